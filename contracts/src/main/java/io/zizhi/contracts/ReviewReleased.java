package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review returned to the queue.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId id of the qualification under review; of the letter if {@code subject} is {@code LETTER}
 * @param reviewerId the reviewer who held it
 * @param leaseExpired true if the lease expired, false if the reviewer released the review
 * @param releasedAt when it returned to the queue
 * @param subject whether a qualification or a letter alone is under review
 * @param letterId the letter under review, alone or with the qualification; null if there is none
 */
public record ReviewReleased(
        long workOrder,
        long qualificationId,
        String reviewerId,
        boolean leaseExpired,
        Instant releasedAt,
        ReviewSubject subject,
        @Nullable Long letterId)
        implements ReviewEvent {

    /** Creates the event of a qualification without a letter. */
    public ReviewReleased(
            long workOrder, long qualificationId, String reviewerId, boolean leaseExpired, Instant releasedAt) {
        this(workOrder, qualificationId, reviewerId, leaseExpired, releasedAt, ReviewSubject.QUALIFICATION, null);
    }
}
