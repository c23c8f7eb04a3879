package io.zizhi.contracts;

import java.time.Instant;

/**
 * A submission arrived at the desk and its clock runs.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId the qualification under review
 * @param revision revision under review
 * @param policy clock policy, {@code STANDARD} or {@code GOVERNMENT}
 * @param openedAt start of the clock, the submission's instant
 * @param warnAt when 75 % of the target is used up
 * @param dueAt when the target is used up
 * @param escalateAt when 150 % of the target is used up
 * @param provisional whether a year without a published calendar was involved
 */
public record ReviewOpened(
        long workOrder,
        long qualificationId,
        int revision,
        String policy,
        Instant openedAt,
        Instant warnAt,
        Instant dueAt,
        Instant escalateAt,
        boolean provisional)
        implements ReviewEvent {}
