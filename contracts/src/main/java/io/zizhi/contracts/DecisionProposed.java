package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer proposed a decision that a second reviewer has to confirm. The outcome is not published before the
 * confirmation, and the review clock keeps running.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId id of the qualification under review; of the letter if {@code subject} is {@code LETTER}
 * @param proposerId the reviewer who proposed the decision
 * @param proposedAt when it was proposed
 * @param subject whether a qualification or a letter alone is under review
 * @param letterId the letter under review, alone or with the qualification; null if there is none
 */
public record DecisionProposed(
        long workOrder,
        long qualificationId,
        String proposerId,
        Instant proposedAt,
        ReviewSubject subject,
        @Nullable Long letterId)
        implements ReviewEvent {}
