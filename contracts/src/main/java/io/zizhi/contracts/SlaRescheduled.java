package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A policy, its allocation or the calendar was changed, and the review is due at another time than was told before, or it
 * has become certain or uncertain. Stages that were reached stay so, unless their new instant is still to come.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId what is under review: the qualification, or the letter where {@code subject} says so
 * @param policy clock policy, {@code STANDARD} or {@code GOVERNMENT}
 * @param warnAt when to warn
 * @param dueAt when the target is used up
 * @param escalateAt when to escalate
 * @param provisional whether a day whose calendar is not published yet was counted on the way to {@code escalateAt}
 * @param previousDueAt when it was due before
 * @param clockRevision the revision of policies and calendar that it is reckoned by now
 * @param rescheduledAt when it was reckoned anew
 * @param subject what kind of thing is under review
 * @param letterId the letter under review, alone or with the qualification; null where there is none
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
