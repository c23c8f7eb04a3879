package io.zizhi.review.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * An interval of open time.
 *
 * @param from its first instant
 * @param to its end, exclusive
 */
public record Interval(Instant from, Instant to) {

    Duration length() {
        return Duration.between(from, to);
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    /** Returns the part from {@code instant} on; empty when the interval is over by then. */
    Interval startingAt(Instant instant) {
        return instant.isAfter(from) ? new Interval(instant, to) : this;
    }

    /** Returns the part before {@code instant}; empty when the interval has not begun by then. */
    Interval endingAt(Instant instant) {
        return instant.isBefore(to) ? new Interval(from, instant) : this;
    }

    /** Returns the first {@code amount} of the interval, or the whole interval if it is shorter. */
    Interval first(Duration amount) {
        return length().compareTo(amount) <= 0 ? this : new Interval(from, from.plus(amount));
    }
}
