package io.zizhi.qualification.peer.review;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * A reviewer's claim on a review that was live at the time of the answer.
 *
 * @param workOrder the claimed review
 * @param leaseEndsAt when the claim ends unless renewed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LiveClaim(long workOrder, Instant leaseEndsAt) {}
