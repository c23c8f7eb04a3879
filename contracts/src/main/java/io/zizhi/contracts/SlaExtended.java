package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor gave a review more time; its due instants are later than those that were told before.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId what is under review: the qualification, or the letter where {@code subject} says so
 * @param reason why
 * @param warnAt when to warn
 * @param dueAt when the target, extended, is used up
 * @param escalateAt when to escalate
 * @param provisional whether a day whose calendar is not published yet was counted on the way to {@code escalateAt}
 * @param extendedBy the supervisor
 * @param extendedAt when
 * @param subject what kind of thing is under review
 * @param letterId the letter under review, alone or with the qualification; null where there is none
 */
public record SlaExtended(
        long workOrder,
        long qualificationId,
        ExtensionReason reason,
        Instant warnAt,
        Instant dueAt,
        Instant escalateAt,
        boolean provisional,
        String extendedBy,
        Instant extendedAt,
        ReviewSubject subject,
        @Nullable Long letterId)
        implements ReviewEvent {}
