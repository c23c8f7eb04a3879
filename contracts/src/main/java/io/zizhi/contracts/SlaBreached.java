package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The review clock: the target is used up and the review is not decided.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId what is under review: the qualification, or the letter where {@code subject} says so
 * @param dueAt when the target is used up
 * @param firedAt when the timer fired; never before its instant
 * @param subject what kind of thing is under review
 * @param letterId the letter under review, alone or with the qualification; null where there is none
 */
public record SlaBreached(
        long workOrder,
        long qualificationId,
        Instant dueAt,
        Instant firedAt,
        ReviewSubject subject,
        @Nullable Long letterId)
        implements ReviewEvent {

    /** Of a qualification that carries no letter. */
    public SlaBreached(long workOrder, long qualificationId, Instant dueAt, Instant firedAt) {
        this(workOrder, qualificationId, dueAt, firedAt, ReviewSubject.QUALIFICATION, null);
    }
}
