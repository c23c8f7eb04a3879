package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer claimed a review and holds it until the lease ends.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId id of the qualification under review; of the letter if {@code subject} is {@code LETTER}
 * @param reviewerId subject of the reviewer's token
 * @param leaseEndsAt when the review returns to the queue unless the reviewer continues working on it
 * @param subject whether a qualification or a letter alone is under review
 * @param letterId the letter under review, alone or with the qualification; null if there is none
 */
public record ReviewClaimed(
        long workOrder,
        long qualificationId,
        String reviewerId,
        Instant leaseEndsAt,
        ReviewSubject subject,
        @Nullable Long letterId)
        implements ReviewEvent {

    /** Creates the event of a qualification without a letter. */
    public ReviewClaimed(long workOrder, long qualificationId, String reviewerId, Instant leaseEndsAt) {
        this(workOrder, qualificationId, reviewerId, leaseEndsAt, ReviewSubject.QUALIFICATION, null);
    }
}
