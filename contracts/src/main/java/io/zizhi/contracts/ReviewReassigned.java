package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor assigned a review to another reviewer or returned it to the queue.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId id of the qualification under review; of the letter if {@code subject} is {@code LETTER}
 * @param fromReviewerId the previous reviewer; null if it was in the queue
 * @param toReviewerId the new reviewer; null if it is in the queue again
 * @param leaseEndsAt when it returns to the queue unless the reviewer works on it; null if it is in the queue
 * @param reassignedBy the supervisor
 * @param reassignedAt when it was reassigned
 * @param subject whether a qualification or a letter alone is under review
 * @param letterId the letter under review, alone or with the qualification; null if there is none
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
