package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;

/**
 * The reviewer requested more material (资料待补充 SUPPLEMENT_REQUIRED).
 *
 * @param qualificationId permanent id of the qualification
 * @param workOrder number of the submitted revision; also the id of its review
 * @param accountId the account that owns the qualification
 * @param name name of the qualification, used in the notice
 * @param contactId the phone verification whose number receives the notice
 * @param items requested items as codes; the reviewer's words stay in review-service
 * @param requestedAt when the reviewer decided
 */
public record QualificationSupplementRequested(
        long qualificationId,
        long workOrder,
        String accountId,
        String name,
        String contactId,
        List<SupplementItem> items,
        Instant requestedAt)
        implements QualificationEvent {}
