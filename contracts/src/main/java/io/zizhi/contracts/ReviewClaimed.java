package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer took the review; it is theirs until the lease ends.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId what is under review: the qualification, or the letter where {@code subject} says so
 * @param reviewerId subject of the reviewer's token
 * @param leaseEndsAt when the review returns to the queue unless the reviewer goes on
 * @param subject what kind of thing is under review
 * @param letterId the letter under review, alone or with the qualification; null where there is none
 */
public record ReviewClaimed(
        long workOrder,
        long qualificationId,
        String reviewerId,
        Instant leaseEndsAt,
        ReviewSubject subject,
        @Nullable Long letterId)
        implements ReviewEvent {

    /** Of a qualification that carries no letter. */
    public ReviewClaimed(long workOrder, long qualificationId, String reviewerId, Instant leaseEndsAt) {
        this(workOrder, qualificationId, reviewerId, leaseEndsAt, ReviewSubject.QUALIFICATION, null);
    }
}
