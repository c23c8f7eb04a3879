package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review ended without a decision because the applicant withdrew.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId id of the qualification under review; of the letter if {@code subject} is {@code LETTER}
 * @param cancelledAt when the review ended
 * @param subject whether a qualification or a letter alone is under review
 * @param letterId the letter under review, alone or with the qualification; null if there is none
 */
public record ReviewCancelled(
        long workOrder,
        long qualificationId,
        Instant cancelledAt,
        ReviewSubject subject,
        @Nullable Long letterId) implements ReviewEvent {

    /** Creates the event of a qualification without a letter. */
    public ReviewCancelled(long workOrder, long qualificationId, Instant cancelledAt) {
        this(workOrder, qualificationId, cancelledAt, ReviewSubject.QUALIFICATION, null);
    }
}
