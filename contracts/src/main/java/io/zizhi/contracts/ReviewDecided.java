package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review ended with a decision. Notes are not included because they may contain personal data; services read them
 * through the internal API.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId id of the qualification reviewed; of the letter if {@code subject} is {@code LETTER}
 * @param revision revision that was decided
 * @param outcome the decision
 * @param reasons reasons of a rejection; otherwise empty
 * @param items items of a supplement request; otherwise empty
 * @param reviewerId the reviewer who decided
 * @param decidedAt when the decision was made
 * @param subject whether a qualification or a letter alone was reviewed
 * @param letterOutcome the decision on the letter of the qualification; null if it has no letter
 * @param letterId the letter decided on, alone or with the qualification; null if there is none
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

    /** Creates the event of a qualification without a letter. */
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
