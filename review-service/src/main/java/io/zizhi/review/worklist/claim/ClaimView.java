package io.zizhi.review.worklist.claim;

import java.time.Instant;

/**
 * A live claim.
 *
 * @param workOrder the claimed review
 * @param leaseEndsAt when the claim ends unless it is renewed
 */
public record ClaimView(long workOrder, Instant leaseEndsAt) {}
