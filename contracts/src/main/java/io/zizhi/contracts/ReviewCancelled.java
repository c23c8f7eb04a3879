package io.zizhi.contracts;

import java.time.Instant;

/**
 * A review ended without a decision because the applicant withdrew.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId the qualification under review
 * @param cancelledAt when
 */
public record ReviewCancelled(long workOrder, long qualificationId, Instant cancelledAt) implements ReviewEvent {}
