package io.zizhi.review.worklist.supervision;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The body of a reassignment: to a reviewer or to the queue.
 *
 * @param reviewerId the {@code sub} of the reviewer's tokens; left out with {@code toQueue}
 * @param toQueue {@code true} to return the review to the queue; otherwise left out
 * @param reason 1 to 200 characters on one line; recorded in the audit trail
 */
public record ReassignmentRequest(
        @Pattern(regexp = "[A-Za-z0-9._:@-]{1,100}", message = "REVIEWER_INVALID") @Nullable
        String reviewerId,

        @Nullable Boolean toQueue,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = 200, message = "FIELD_TOO_LONG")
        @Pattern(regexp = "\\P{Cntrl}*", message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String reason) {

    /** Refuses a body that names both a reviewer and the queue, or neither. */
    void requireOneTarget() {
        boolean queue = Boolean.TRUE.equals(toQueue);
        if (queue == (reviewerId != null)) {
            throw Problems.badRequest(
                    "ASSIGNEE_REQUIRED", "/reviewerId", "Send either `reviewerId` or `toQueue` with the value true.");
        }
    }
}
