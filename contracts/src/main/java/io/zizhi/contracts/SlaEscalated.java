package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 150 % of the target time of the review clock is used up and the review is not decided. If the decision
 * comes before the timer has fired, the decision publishes this event first.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId id of the qualification under review; of the letter if {@code subject} is {@code LETTER}
 * @param dueAt when the target time is used up
 * @param firedAt when the timer fired; never earlier than it was set for
 * @param subject whether a qualification or a letter alone is under review
 * @param letterId the letter under review, alone or with the qualification; null if there is none
 */
public record SlaEscalated(
        long workOrder,
        long qualificationId,
        Instant dueAt,
        Instant firedAt,
        ReviewSubject subject,
        @Nullable Long letterId)
        implements ReviewEvent {

    /** Creates the event of a qualification without a letter. */
    public SlaEscalated(long workOrder, long qualificationId, Instant dueAt, Instant firedAt) {
        this(workOrder, qualificationId, dueAt, firedAt, ReviewSubject.QUALIFICATION, null);
    }
}
