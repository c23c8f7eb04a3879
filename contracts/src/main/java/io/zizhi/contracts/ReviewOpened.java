package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submission arrived at the desk and its clock runs.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId what is under review: the qualification, or the letter where {@code subject} says so
 * @param revision revision under review
 * @param policy clock policy, {@code STANDARD} or {@code GOVERNMENT}
 * @param openedAt start of the clock, the submission's instant
 * @param warnAt when 75 % of the target is used up
 * @param dueAt when the target is used up
 * @param escalateAt when 150 % of the target is used up
 * @param provisional whether a year without a published calendar was involved
 * @param subject what kind of thing is under review
 * @param letterId the letter under review, alone or with the qualification; null where there is none
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

    /** The review of a qualification that carries no letter. */
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
