package io.zizhi.review.clock;

import java.time.Duration;

/** Extends the target of a clock policy for one review. The percentages stay the same. */
public final class ExtendedTarget {

    private static final int WHOLE_TARGET = 100;

    private ExtendedTarget() {}

    /**
     * Returns the policy with its target raised by {@code more}. Warning and escalation move too, because they are
     * shares of the target.
     */
    public static ClockPolicy of(ClockPolicy policy, Duration more) {
        if (more.isZero()) {
            return policy;
        }
        Duration target = policy.openTime(WHOLE_TARGET).plus(more);
        return with(policy, new Target(Math.toIntExact(target.toSeconds()), Target.Unit.OPEN_SECONDS));
    }

    /** Converts {@code amount} to open time on the policy's calendar. */
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
