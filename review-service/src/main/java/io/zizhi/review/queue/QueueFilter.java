package io.zizhi.review.queue;

import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.problem.Problems;
import io.zizhi.review.desk.ReviewStatus;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which reviews of the queue are asked for.
 *
 * @param status only those; null for all that are unfinished
 * @param reviewerId only those that this person holds or decided; null for everybody's
 */
record QueueFilter(@Nullable ReviewStatus status, @Nullable String reviewerId) {

    /** Reads the query parameters {@code status} and {@code mine} as they were sent. */
    static QueueFilter of(@Nullable String status, @Nullable String mine, Caller caller) {
        return new QueueFilter(status == null ? null : status(status), isMine(mine) ? caller.subject() : null);
    }

    private static ReviewStatus status(String name) {
        Optional<ReviewStatus> status = Arrays.stream(ReviewStatus.values())
                .filter(known -> known.name().equals(name))
                .findFirst();
        return status.orElseThrow(() -> Problems.badRequest(
                "STATUS_UNKNOWN", "?status", "The statuses are " + Arrays.toString(ReviewStatus.values()) + "."));
    }

    private static boolean isMine(@Nullable String mine) {
        return switch (mine) {
            case null -> false;
            case "", "true" -> true;
            case "false" -> false;
            default -> throw Problems.badRequest("PARAMETER_INVALID", "?mine", "Send true or false.");
        };
    }
}
