package io.zizhi.review.clock;

import java.time.Duration;

/** More open time for a review than its policy gives; a clock policy with a later end and the same percentages. */
public final class ExtendedTarget {

    private static final int WHOLE_TARGET = 100;

    private ExtendedTarget() {}

    /**
     * The policy with its target raised by that much open time; warning and escalation move with it, because they are
     * shares of the target.
     */
    public static ClockPolicy of(ClockPolicy policy, Duration more) {
        if (more.isZero()) {
            return policy;
        }
        Duration target = policy.openTime(WHOLE_TARGET).plus(more);
        return with(policy, new Target(Math.toIntExact(target.toSeconds()), Target.Unit.OPEN_SECONDS));
    }

    /** How much open time that amount is on the policy's calendar. */
    public static Duration openTime(ClockPolicy policy, Target amount) {
        return with(policy, amount).openTime(WHOLE_TARGET);
    }

    private static ClockPolicy with(ClockPolicy policy, Target target) {
        return new ClockPolicy(
                policy.name(),
                policy.openDays(),
                policy.opens(),
                policy.closes(),
                target,
                policy.warnPercent(),
                policy.escalatePercent());
    }
}
