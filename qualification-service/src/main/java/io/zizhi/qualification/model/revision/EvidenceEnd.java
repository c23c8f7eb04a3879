package io.zizhi.qualification.model.revision;

import io.zizhi.contracts.Evidence;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Until when a piece of evidence holds.
 *
 * @param evidence which
 * @param endsOn last day; what is long-term has no end and is never told of
 */
public record EvidenceEnd(Evidence evidence, LocalDate endsOn) {

    /** 长期. */
    private static final LocalDate LONG_TERM = LocalDate.of(2099, 12, 31);

    /** The end of what holds until {@code lastDay}; nothing where it is long-term or not filled in. */
    public static Optional<EvidenceEnd> of(Evidence evidence, @Nullable LocalDate lastDay) {
        return Optional.ofNullable(lastDay)
                .filter(day -> day.isBefore(LONG_TERM))
                .map(day -> new EvidenceEnd(evidence, day));
    }

    /** Whether it held before {@code today} and does not any more. */
    public boolean isOver(LocalDate today) {
        return endsOn.isBefore(today);
    }
}
