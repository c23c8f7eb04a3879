package io.zizhi.contracts;

import java.time.Instant;

/**
 * A review went back to the queue.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId the qualification under review
 * @param reviewerId who had it
 * @param leaseExpired true when the lease ran out, false when the reviewer gave it back
 * @param releasedAt when
 */
public record ReviewReleased(
        long workOrder, long qualificationId, String reviewerId, boolean leaseExpired, Instant releasedAt)
        implements ReviewEvent {}
