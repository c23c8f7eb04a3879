package io.zizhi.qualification.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * A claim at the review desk that was live when the answer was written.
 *
 * @param workOrder the claimed review
 * @param leaseEndsAt when the claim ends unless it is renewed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LiveClaim(long workOrder, Instant leaseEndsAt) {}
