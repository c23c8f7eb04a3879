package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review ended with a decision. Notes in prose may hold personal data; they are asked for by internal API.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId what was under review: the qualification, or the letter where {@code subject} says so
 * @param revision revision that was decided
 * @param outcome how
 * @param reasons of a rejection; else empty
 * @param items of a supplement request; else empty
 * @param reviewerId who decided
 * @param decidedAt when
 * @param subject what kind of thing was decided
 * @param letterOutcome how the letter was decided that the qualification carried; null where it carried none
 * @param letterId the letter that was decided, alone or with the qualification; null where there is none
 */
public record ReviewDecided(
        long workOrder,
        long qualificationId,
        int revision,
        ReviewOutcome outcome,
        List<DecisionReason> reasons,
        List<SupplementItem> items,
        String reviewerId,
        Instant decidedAt,
        ReviewSubject subject,
        @Nullable ReviewOutcome letterOutcome,
        @Nullable Long letterId)
        implements ReviewEvent {

    /** A qualification that carried no letter. */
    public ReviewDecided(
            long workOrder,
            long qualificationId,
            int revision,
            ReviewOutcome outcome,
            List<DecisionReason> reasons,
            List<SupplementItem> items,
            String reviewerId,
            Instant decidedAt) {
        this(
                workOrder,
                qualificationId,
                revision,
                outcome,
                reasons,
                items,
                reviewerId,
                decidedAt,
                ReviewSubject.QUALIFICATION,
                null,
                null);
    }
}
