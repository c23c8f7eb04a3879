package io.zizhi.notification.verification.throttling;

import java.time.Duration;

/**
 * Delays further attempts of an account for a number after wrong codes. A new code does not reset the count. The first
 * five attempts cause no delay. Each further wrong code doubles the delay, from 30 seconds to an hour. The twentieth
 * blocks the number for the account for a day (NIST SP 800-63B-4 allows a hundred). A code entered during the delay
 * counts as wrong.
 */
final class FailureDelay {

    /** The count restarts at zero after this time without a failure. */
    static final Duration REMEMBERED_FOR = Duration.ofDays(1);

    /** Failures after which attempts are blocked for {@link #REMEMBERED_FOR}. */
    static final int HARD_STOP = 20;

    private static final int FREE = 4;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS_TO_LONGEST = 7;

    private FailureDelay() {}

    /**
     * Returns the delay before the next attempt.
     *
     * @param failures consecutive wrong codes, the current one included
     */
    static Duration after(int failures) {
        if (failures <= FREE) {
            return Duration.ZERO;
        }
        if (failures >= HARD_STOP) {
            return REMEMBERED_FOR;
        }
        int doublings = Math.min(failures - FREE - 1, DOUBLINGS_TO_LONGEST);
        Duration delay = FIRST.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
