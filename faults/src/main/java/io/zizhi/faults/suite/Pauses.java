package io.zizhi.faults.suite;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Random durations and waits. */
public final class Pauses {

    private Pauses() {}

    /** Draws a random duration, in milliseconds. */
    static Duration between(RandomGenerator random, Duration shortest, Duration longest) {
        return Duration.ofMillis(random.nextLong(shortest.toMillis(), longest.toMillis() + 1));
    }

    /** Waits; an interrupt ends it with an exception. */
    public static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Waits; an interrupt ends the wait early and stays set. */
    public static void unlessInterrupted(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Formats a duration for people: {@code 3.2 s}. */
    public static String words(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
