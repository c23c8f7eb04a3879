package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submission entered the review queue and its review clock started.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId id of the qualification under review; of the letter if {@code subject} is {@code LETTER}
 * @param revision revision under review
 * @param policy clock policy, {@code STANDARD} or {@code GOVERNMENT}
 * @param openedAt start of the review clock: the time of the submission
 * @param warnAt when 75 % of the target time is used up
 * @param dueAt when the target time is used up
 * @param escalateAt when 150 % of the target time is used up
 * @param provisional whether the clock runs through a year without an official calendar
 * @param subject whether a qualification or a letter alone is under review
 * @param letterId the letter under review, alone or with the qualification; null if there is none
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
        boolean provisional,
        ReviewSubject subject,
        @Nullable Long letterId)
        implements ReviewEvent {

    /** Creates the event of a qualification without a letter. */
    public ReviewOpened(
            long workOrder,
            long qualificationId,
            int revision,
            String policy,
            Instant openedAt,
            Instant warnAt,
            Instant dueAt,
            Instant escalateAt,
            boolean provisional) {
        this(
                workOrder,
                qualificationId,
                revision,
                policy,
                openedAt,
                warnAt,
                dueAt,
                escalateAt,
                provisional,
                ReviewSubject.QUALIFICATION,
                null);
    }
}
