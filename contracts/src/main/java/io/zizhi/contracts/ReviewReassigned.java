package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor gave a review to another reviewer, or back to the queue.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId what is under review: the qualification, or the letter where {@code subject} says so
 * @param fromReviewerId who had it; null where it waited in the queue
 * @param toReviewerId who has it now; null where it waits in the queue again
 * @param leaseEndsAt when it returns to the queue unless its reviewer works on it; null where it waits there
 * @param reassignedBy the supervisor
 * @param reassignedAt when
 * @param subject what kind of thing is under review
 * @param letterId the letter under review, alone or with the qualification; null where there is none
 */
public record ReviewReassigned(
        long workOrder,
        long qualificationId,
        @Nullable String fromReviewerId,
        @Nullable String toReviewerId,
        @Nullable Instant leaseEndsAt,
        String reassignedBy,
        Instant reassignedAt,
        ReviewSubject subject,
        @Nullable Long letterId)
        implements ReviewEvent {}
