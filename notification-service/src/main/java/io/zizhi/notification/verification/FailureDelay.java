package io.zizhi.notification.verification;

import java.time.Duration;

/**
 * How long a number rests for an account after a wrong code. The count survives a new code, so that guessing does not
 * start afresh with each one: the five tries of a first code are free, then each wrong one doubles the rest, from 30 seconds
 * to an hour, and the twentieth stops the number for the account for a day (NIST SP 800-63B-4 allows a hundred). A code that
 * is entered during the rest counts like a wrong one.
 */
final class FailureDelay {

    /** Without a failure for this long the count starts at nothing again. */
    static final Duration REMEMBERED_FOR = Duration.ofDays(1);

    /** Failures after which the number rests for as long as they are remembered. */
    static final int HARD_STOP = 20;

    private static final int FREE = 4;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS_TO_LONGEST = 7;

    private FailureDelay() {}

    /** @param failures wrong codes in a row, this one included */
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
