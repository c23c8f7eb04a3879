package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A second person did not agree with a proposed decision; the review is open again.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId what is under review: the qualification, or the letter where {@code subject} says so
 * @param proposerId who had proposed the decision
 * @param returnedBy who returned it
 * @param returnedAt when
 * @param subject what kind of thing is under review
 * @param letterId the letter under review, alone or with the qualification; null where there is none
 */
public record DecisionReturned(
        long workOrder,
        long qualificationId,
        String proposerId,
        String returnedBy,
        Instant returnedAt,
        ReviewSubject subject,
        @Nullable Long letterId)
        implements ReviewEvent {}
