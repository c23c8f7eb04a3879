package io.zizhi.contracts;

import java.time.Instant;

/**
 * The applicant asked the desk to hurry with a submitted revision (催办); once for each.
 *
 * @param qualificationId id of the qualification, for life
 * @param workOrder number of the submitted revision; also the id of its review
 * @param accountId account that owns the qualification
 * @param urgedAt when
 */
public record QualificationUrged(long qualificationId, long workOrder, String accountId, Instant urgedAt)
        implements QualificationEvent {}
