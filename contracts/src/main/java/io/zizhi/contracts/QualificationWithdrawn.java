package io.zizhi.contracts;

import java.time.Instant;

/**
 * The applicant took a submitted revision back (已撤回 WITHDRAWN).
 *
 * @param qualificationId id of the qualification, for life
 * @param workOrder number of the submitted revision; also the id of its review
 * @param accountId account that owns the qualification
 * @param withdrawnAt when
 */
public record QualificationWithdrawn(long qualificationId, long workOrder, String accountId, Instant withdrawnAt)
        implements QualificationEvent {}
