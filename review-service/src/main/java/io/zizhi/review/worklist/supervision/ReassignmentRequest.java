package io.zizhi.review.worklist.supervision;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * To whom a review is given.
 *
 * @param reviewerId the reviewer, by the {@code sub} of their tokens; left out to give it back to the queue
 */
public record ReassignmentRequest(
        @Pattern(regexp = "[A-Za-z0-9._:@-]{1,100}", message = "REVIEWER_INVALID") @Nullable
        String reviewerId) {}
