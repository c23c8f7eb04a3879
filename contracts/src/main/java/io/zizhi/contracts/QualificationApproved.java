package io.zizhi.contracts;

import java.time.Instant;

/**
 * A submitted revision was approved and is in force (审核通过 APPROVED).
 *
 * @param qualificationId id of the qualification, for life
 * @param workOrder number of the submitted revision; also the id of its review
 * @param accountId account that owns the qualification
 * @param name name of the qualification, for the notice
 * @param contactId whom to tell
 * @param approvedAt when the reviewer decided
 */
public record QualificationApproved(
        long qualificationId, long workOrder, String accountId, String name, String contactId, Instant approvedAt)
        implements QualificationEvent {}
