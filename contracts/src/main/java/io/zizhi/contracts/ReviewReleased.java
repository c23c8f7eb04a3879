package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review went back to the queue.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId what is under review: the qualification, or the letter where {@code subject} says so
 * @param reviewerId who had it
 * @param leaseExpired true when the lease ran out, false when the reviewer gave it back
 * @param releasedAt when
 * @param subject what kind of thing is under review
 * @param letterId the letter under review, alone or with the qualification; null where there is none
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

    /** Of a qualification that carries no letter. */
    public ReviewReleased(
            long workOrder, long qualificationId, String reviewerId, boolean leaseExpired, Instant releasedAt) {
        this(workOrder, qualificationId, reviewerId, leaseExpired, releasedAt, ReviewSubject.QUALIFICATION, null);
    }
}
