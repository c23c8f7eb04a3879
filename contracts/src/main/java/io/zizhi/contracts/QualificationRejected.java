package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A submitted revision was rejected (审核不通过 REJECTED).
 *
 * @param qualificationId permanent id of the qualification
 * @param workOrder number of the submitted revision; also the id of its review
 * @param accountId the account that owns the qualification
 * @param name name of the qualification, used in the notice
 * @param contactId the phone verification whose number receives the notice
 * @param reasons reasons as codes; the reviewer's words stay in review-service
 * @param rejectedAt when the reviewer decided
 */
public record QualificationRejected(
        long qualificationId,
        long workOrder,
        String accountId,
        String name,
        String contactId,
        List<DecisionReason> reasons,
        Instant rejectedAt)
        implements QualificationEvent {}
