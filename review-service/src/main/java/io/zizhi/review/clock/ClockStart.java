package io.zizhi.review.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The start of a review's clock: the instant of the submission, however late the event arrives. The start is replaced
 * when other clocks of the suite contradict it. A wrong start would warn, breach and escalate at once, or far too late.
 *
 * @param at the start, truncated to microseconds as the database stores it
 * @param stated the submission's instant from the event
 */
public record ClockStart(Instant at, Instant stated) {

    /**
     * Checks the submission's instant against two other clocks. The producer's database sets it; the producer's process
     * sets the recording time of the event, in the same transaction. The two agree even when the broker was down for
     * hours. If they differ, one clock is wrong and the later instant is used, but never one in the future of this
     * database. So a wrong clock may cost the desk some lead time, but never breaches a target at once.
     *
     * @param submittedAt the submission's instant from the event
     * @param recordedAt when the producer recorded the event
     * @param now the time of this service's database
     * @param tolerance the largest accepted difference between the clocks
     */
    public static ClockStart of(Instant submittedAt, Instant recordedAt, Instant now, Duration tolerance) {
        boolean plausible =
                !submittedAt.isBefore(recordedAt.minus(tolerance)) && !submittedAt.isAfter(now.plus(tolerance));
        Instant start = plausible ? submittedAt : earlier(later(submittedAt, recordedAt), now);
        return new ClockStart(start.truncatedTo(ChronoUnit.MICROS), submittedAt.truncatedTo(ChronoUnit.MICROS));
    }

    /** Returns the submission's instant from the event, if it was replaced. */
    public Optional<Instant> replaced() {
        return at.equals(stated) ? Optional.empty() : Optional.of(stated);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
