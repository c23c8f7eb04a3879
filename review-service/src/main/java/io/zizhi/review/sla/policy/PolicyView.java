package io.zizhi.review.sla.policy;

import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.OpenDays;
import io.zizhi.review.clock.Target;
import io.zizhi.review.sla.settings.Version;
import java.time.Instant;

/**
 * A version of a policy.
 *
 * @param name name of the policy
 * @param version from 1; the value for {@code If-Match}
 * @param revision revision of policies, calendar and allocation that this version created
 * @param changedBy who changed it; {@code start-up} for the version that the service brought along or read from its
 *     table
 * @param changedAt when it was changed
 * @param openDays which days are open
 * @param opens start of the daily window in Asia/Shanghai
 * @param closes end of the daily window; {@code 00:00} means midnight at the end of the day
 * @param target open time that a review may take
 * @param warnPercent share of the target after which to warn
 * @param escalatePercent share of the target after which to escalate
 */
public record PolicyView(
        String name,
        int version,
        long revision,
        String changedBy,
        Instant changedAt,
        OpenDays openDays,
        String opens,
        String closes,
        TargetView target,
        int warnPercent,
        int escalatePercent) {

    /**
     * An amount of open time.
     *
     * @param amount at least 1
     * @param unit the unit; a day of open time is one daily window
     */
    public record TargetView(int amount, Target.Unit unit) {}

    static PolicyView from(Version<ClockPolicy> version) {
        ClockPolicy policy = version.content();
        return new PolicyView(
                policy.name(),
                version.number(),
                version.revision(),
                version.changedBy(),
                version.changedAt(),
                policy.openDays(),
                policy.opens().toString(),
                policy.closes().toString(),
                new TargetView(policy.target().amount(), policy.target().unit()),
                policy.warnPercent(),
                policy.escalatePercent());
    }
}
