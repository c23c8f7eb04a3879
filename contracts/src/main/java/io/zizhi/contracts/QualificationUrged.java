package io.zizhi.contracts;

import java.time.Instant;

/**
 * The applicant asked the reviewers to hurry (催办). Possible once per submitted revision.
 *
 * @param qualificationId permanent id of the qualification
 * @param workOrder number of the submitted revision; also the id of its review
 * @param accountId the account that owns the qualification
 * @param urgedAt when the applicant asked
 */
public record QualificationUrged(long qualificationId, long workOrder, String accountId, Instant urgedAt)
        implements QualificationEvent {}
