package io.zizhi.contracts;

import java.time.Instant;

/**
 * The applicant withdrew a submitted revision (已撤回 WITHDRAWN).
 *
 * @param qualificationId permanent id of the qualification
 * @param workOrder number of the submitted revision; also the id of its review
 * @param accountId the account that owns the qualification
 * @param withdrawnAt when it was withdrawn
 */
public record QualificationWithdrawn(long qualificationId, long workOrder, String accountId, Instant withdrawnAt)
        implements QualificationEvent {}
