package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision was undone before it was published. The review is in the queue again and its clock keeps running.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId id of the qualification under review; of the letter if {@code subject} is {@code LETTER}
 * @param reopenedBy the person who undid the decision
 * @param reopenedAt when it was reopened
 * @param subject whether a qualification or a letter alone is under review
 * @param letterId the letter under review, alone or with the qualification; null if there is none
 * @param bySupervisor whether it was undone by a supervisor who had neither made nor confirmed the decision
 */
public record ReviewReopened(
        long workOrder,
        long qualificationId,
        String reopenedBy,
        Instant reopenedAt,
        ReviewSubject subject,
        @Nullable Long letterId,
        boolean bySupervisor)
        implements ReviewEvent {}
