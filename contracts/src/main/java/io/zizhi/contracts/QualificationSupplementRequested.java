package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;

/**
 * The reviewer needs more material (资料待补充 SUPPLEMENT_REQUIRED).
 *
 * @param qualificationId id of the qualification, for life
 * @param workOrder number of the submitted revision; also the id of its review
 * @param accountId account that owns the qualification
 * @param name name of the qualification, for the notice
 * @param contactId whom to tell
 * @param items what is asked for, as data; the prose stays with review-service
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
