package io.zizhi.review.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where the clock of a review starts: at the instant of its submission, however late the event comes. An instant that the
 * clocks of the suite contradict would warn, breach and escalate at once, or far too late. It is replaced.
 *
 * @param at the start, to the microsecond, as the database keeps it
 * @param stated the submission's instant as its event states it
 */
public record ClockStart(Instant at, Instant stated) {

    /**
     * The submission's instant is taken from the clock of the producer's database, and the event is recorded in the same
     * transaction by the clock of the producer's process. So both agree, also where the broker was down for hours and the
     * event comes late. Where they do not, one of the two clocks is wrong, and the later instant counts, but never one that
     * this database has not reached: a wrong clock may cost the desk some of its lead, and never breaches a target at once.
     *
     * @param submittedAt the submission's instant, as the event gives it
     * @param recordedAt when the producer recorded the event
     * @param now by the clock of this database
     * @param tolerance by how much the clocks may differ
     */
    public static ClockStart of(Instant submittedAt, Instant recordedAt, Instant now, Duration tolerance) {
        boolean plausible =
                !submittedAt.isBefore(recordedAt.minus(tolerance)) && !submittedAt.isAfter(now.plus(tolerance));
        Instant start = plausible ? submittedAt : earlier(later(submittedAt, recordedAt), now);
        return new ClockStart(start.truncatedTo(ChronoUnit.MICROS), submittedAt.truncatedTo(ChronoUnit.MICROS));
    }

    /** The submission's instant where it was replaced. */
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
