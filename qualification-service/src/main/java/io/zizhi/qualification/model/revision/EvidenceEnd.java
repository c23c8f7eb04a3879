package io.zizhi.qualification.model.revision;

import io.zizhi.contracts.Evidence;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last day of validity of a piece of evidence. Long-term evidence has none.
 *
 * @param evidence kind of evidence
 * @param endsOn last day of validity
 */
public record EvidenceEnd(Evidence evidence, LocalDate endsOn) {

    /** Long-term (长期). */
    private static final LocalDate LONG_TERM = LocalDate.of(2099, 12, 31);

    /** Returns the expiry date for {@code lastDay}; empty if it is long-term or not filled in. */
    public static Optional<EvidenceEnd> of(Evidence evidence, @Nullable LocalDate lastDay) {
        return Optional.ofNullable(lastDay)
                .filter(day -> day.isBefore(LONG_TERM))
                .map(day -> new EvidenceEnd(evidence, day));
    }

    /** Returns whether the evidence expired before {@code today}. */
    public boolean isOver(LocalDate today) {
        return endsOn.isBefore(today);
    }
}
