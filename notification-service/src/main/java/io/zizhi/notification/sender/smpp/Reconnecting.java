package io.zizhi.notification.sender.smpp;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The pauses between connections: doubling up to a limit, with jitter, so that replicas do not come back together. A
 * session that lived longer than the longest pause starts over.
 */
final class Reconnecting {

    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;
    private int failures;

    /** @param random numbers from 0 to below 1 */
    Reconnecting(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** Returns the pause after a session that lived this long; zero if it was never bound. */
    Duration pause(Duration lived) {
        if (lived.compareTo(longest) > 0) {
            failures = 0;
        }
        Duration growing = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        return jittered(growing.compareTo(longest) < 0 ? growing : longest);
    }

    /** Returns the pause after a refused bind: wrong passwords in a row may lock the account. */
    Duration refused() {
        return jittered(longest);
    }

    /** Half of the pause is fixed, half is random. */
    private Duration jittered(Duration pause) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (0.5 + random.getAsDouble() / 2)));
    }
}
