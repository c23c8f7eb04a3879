package io.zizhi.contracts;

import java.time.Instant;

/**
 * A reviewer took the review; it is theirs until the lease ends.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId the qualification under review
 * @param reviewerId subject of the reviewer's token
 * @param leaseEndsAt when the review returns to the queue unless the reviewer goes on
 */
public record ReviewClaimed(long workOrder, long qualificationId, String reviewerId, Instant leaseEndsAt)
        implements ReviewEvent {}
