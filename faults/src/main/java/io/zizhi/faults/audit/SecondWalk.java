package io.zizhi.faults.audit;

import io.zizhi.faults.evidence.PolicyTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The simplest possible clock: goes through time second by second and counts the seconds in which the desk is open.
 * Shares no code with the clock that it checks.
 */
final class SecondWalk {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private SecondWalk() {}

    /** Returns when {@code openSeconds} of open time have passed since {@code start}. */
    static Instant from(Instant start, PolicyTable.Policy policy, double openSeconds) {
        Duration left = Duration.ofNanos(Math.round(openSeconds * 1_000_000_000));
        Instant at = start;
        while (left.isPositive()) {
            Instant next = at.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
            Duration step = Duration.between(at, next);
            if (isOpen(at, policy)) {
                if (step.compareTo(left) >= 0) {
                    return at.plus(left);
                }
                left = left.minus(step);
            }
            at = next;
        }
        return at;
    }

    private static boolean isOpen(Instant at, PolicyTable.Policy policy) {
        LocalTime time = at.atZone(ZONE).toLocalTime();
        boolean closed = !policy.closes().equals(LocalTime.MIDNIGHT) && !time.isBefore(policy.closes());
        return !time.isBefore(policy.opens()) && !closed;
    }
}
