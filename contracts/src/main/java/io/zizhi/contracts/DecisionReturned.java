package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A second reviewer rejected a proposed decision; the review is open again.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId id of the qualification under review; of the letter if {@code subject} is {@code LETTER}
 * @param proposerId the reviewer who proposed the decision
 * @param returnedBy the reviewer who returned it
 * @param returnedAt when it was returned
 * @param subject whether a qualification or a letter alone is under review
 * @param letterId the letter under review, alone or with the qualification; null if there is none
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
