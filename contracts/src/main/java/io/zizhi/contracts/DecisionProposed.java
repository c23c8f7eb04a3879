package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer decided where a second person has to confirm it. How is not told before that: it is no decision yet, and the
 * clock of the review goes on.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId what is under review: the qualification, or the letter where {@code subject} says so
 * @param proposerId who proposed the decision
 * @param proposedAt when
 * @param subject what kind of thing is under review
 * @param letterId the letter under review, alone or with the qualification; null where there is none
 */
public record DecisionProposed(
        long workOrder,
        long qualificationId,
        String proposerId,
        Instant proposedAt,
        ReviewSubject subject,
        @Nullable Long letterId)
        implements ReviewEvent {}
