package io.zizhi.review.worklist.supervision;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of a reassignment.
 *
 * @param reviewerId the {@code sub} of the reviewer's tokens; left out to return the review to the queue
 */
public record ReassignmentRequest(
        @Pattern(regexp = "[A-Za-z0-9._:@-]{1,100}", message = "REVIEWER_INVALID") @Nullable
        String reviewerId) {}
