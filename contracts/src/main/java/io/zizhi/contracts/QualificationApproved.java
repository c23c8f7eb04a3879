package io.zizhi.contracts;

import java.time.Instant;

/**
 * A submitted revision was approved and is in force (审核通过 APPROVED).
 *
 * @param qualificationId permanent id of the qualification
 * @param workOrder number of the submitted revision; also the id of its review
 * @param accountId the account that owns the qualification
 * @param name name of the qualification, used in the notice
 * @param contactId the phone verification whose number receives the notice
 * @param approvedAt when the reviewer decided
 */
public record QualificationApproved(
        long qualificationId, long workOrder, String accountId, String name, String contactId, Instant approvedAt)
        implements QualificationEvent {}
