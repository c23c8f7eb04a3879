package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor gave a review more time, so it is due later than published before.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId id of the qualification under review; of the letter if {@code subject} is {@code LETTER}
 * @param reason reason of the extension
 * @param warnAt when the warning is due
 * @param dueAt when the extended target time is used up
 * @param escalateAt when the escalation is due
 * @param provisional whether days up to {@code escalateAt} lack an official calendar
 * @param extendedBy the supervisor
 * @param extendedAt when it was extended
 * @param subject whether a qualification or a letter alone is under review
 * @param letterId the letter under review, alone or with the qualification; null if there is none
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
