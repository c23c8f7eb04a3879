package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A submitted revision was rejected (审核不通过 REJECTED).
 *
 * @param qualificationId id of the qualification, for life
 * @param workOrder number of the submitted revision; also the id of its review
 * @param accountId account that owns the qualification
 * @param name name of the qualification, for the notice
 * @param contactId whom to tell
 * @param reasons why, as data; the prose stays with review-service
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
