package io.zizhi.review.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of open time.
 *
 * @param from its first instant
 * @param to the first instant after it
 */
public record Interval(Instant from, Instant to) {

    Duration length() {
        return Duration.between(from, to);
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    /** What is left of it from {@code instant} on; empty when it is over by then. */
    Interval startingAt(Instant instant) {
        return instant.isAfter(from) ? new Interval(instant, to) : this;
    }

    /** What of it has passed at {@code instant}; empty when it has not begun by then. */
    Interval endingAt(Instant instant) {
        return instant.isBefore(to) ? new Interval(from, instant) : this;
    }

    /** Its first {@code amount}, or all of it when it is shorter. */
    Interval first(Duration amount) {
        return length().compareTo(amount) <= 0 ? this : new Interval(from, from.plus(amount));
    }
}
