package io.zizhi.qualification.revision;

import io.zizhi.contracts.Evidence;
import io.zizhi.qualification.form.Period;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Until when a piece of evidence holds.
 *
 * @param evidence which
 * @param endsOn last day; what is long-term has no end and is never told of
 */
public record EvidenceEnd(Evidence evidence, LocalDate endsOn) {

    /** 长期. */
    static final LocalDate LONG_TERM = LocalDate.of(2099, 12, 31);

    /** Whether it held before {@code today} and does not any more. */
    public boolean isOver(LocalDate today) {
        return endsOn.isBefore(today);
    }

    /** The first instant at which it does not hold. */
    public Instant overAt() {
        return endsOn.plusDays(1).atStartOfDay(Period.ZONE).toInstant();
    }
}
