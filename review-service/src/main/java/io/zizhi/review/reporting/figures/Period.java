package io.zizhi.review.reporting.figures;

import io.zizhi.platform.http.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A period of decision times.
 *
 * @param from its first instant
 * @param to its end, exclusive
 */
record Period(Instant from, Instant to) {

    /** Length of the period if no start is given. */
    static final Duration DEFAULT = Duration.ofDays(7);

    /**
     * A quarter of a year: the longest period useful for team metrics, and short enough to aggregate within a second.
     */
    static final Duration LONGEST = Duration.ofDays(92);

    /** @param now the end if none is given */
    static Period of(@Nullable Instant from, @Nullable Instant to, Instant now) {
        Instant end = to == null ? now : to;
        Instant start = from == null ? end.minus(DEFAULT) : from;
        if (!start.isBefore(end)) {
            throw Problems.badRequest("PERIOD_EMPTY", "?from", "The period must begin before " + end + ".");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw Problems.badRequest(
                    "PERIOD_TOO_LONG", "?from", "A period must be at most " + LONGEST.toDays() + " days long.");
        }
        return new Period(start, end);
    }
}
