package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision that had not been told was undone; the review is in the queue again, and its clock goes on.
 *
 * @param workOrder number of the submitted revision; also the id of its review
 * @param qualificationId what is under review: the qualification, or the letter where {@code subject} says so
 * @param reopenedBy who undid the decision
 * @param reopenedAt when
 * @param subject what kind of thing is under review
 * @param letterId the letter under review, alone or with the qualification; null where there is none
 * @param bySupervisor whether that was a supervisor who had neither made nor confirmed the decision
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
