package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The due times of a review changed because a policy, its allocation or the calendar changed. Also published when only
 * {@code provisional} changes. Stages already reached stay reached, unless their new time is in the future.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId id of the qualification under review; of the letter if {@code subject} is {@code LETTER}
 * @param policy clock policy, {@code STANDARD} or {@code GOVERNMENT}
 * @param warnAt when the warning is due
 * @param dueAt when the target time is used up
 * @param escalateAt when the escalation is due
 * @param provisional whether days up to {@code escalateAt} lack an official calendar
 * @param previousDueAt when it was due before
 * @param clockRevision the revision of policies and calendar used for the new times
 * @param rescheduledAt when the times were recomputed
 * @param subject whether a qualification or a letter alone is under review
 * @param letterId the letter under review, alone or with the qualification; null if there is none
 */
public record SlaRescheduled(
        long workOrder,
        long qualificationId,
        String policy,
        Instant warnAt,
        Instant dueAt,
        Instant escalateAt,
        boolean provisional,
        Instant previousDueAt,
        long clockRevision,
        Instant rescheduledAt,
        ReviewSubject subject,
        @Nullable Long letterId)
        implements ReviewEvent {}
