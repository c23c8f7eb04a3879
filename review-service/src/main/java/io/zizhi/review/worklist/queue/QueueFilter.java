package io.zizhi.review.worklist.queue;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.review.ReviewStatus;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The filter for reviews of the queue.
 *
 * @param status only reviews with this status; null for all unfinished reviews
 * @param reviewerId only reviews that this person holds or decided; null for everyone's
 * @param kind only reviews of this kind
 */
record QueueFilter(@Nullable ReviewStatus status, @Nullable String reviewerId, ReviewFilter kind) {

    /** Parses the query parameters {@code status} and {@code mine}. */
    static QueueFilter of(@Nullable String status, @Nullable String mine, ReviewFilter kind, Caller caller) {
        boolean own = Boolean.TRUE.equals(ReviewFilterParameters.yesOrNo("?mine", mine));
        return new QueueFilter(status == null ? null : status(status), own ? caller.subject() : null, kind);
    }

    private static ReviewStatus status(String name) {
        Optional<ReviewStatus> status = Arrays.stream(ReviewStatus.values())
                .filter(known -> known.name().equals(name))
                .findFirst();
        return status.orElseThrow(() -> Problems.badRequest(
                "STATUS_UNKNOWN",
                "?status",
                "The status must be one of " + Arrays.toString(ReviewStatus.values()) + "."));
    }

    Condition condition() {
        Condition condition = new Condition();
        condition.and(status == null || status.isUnfinished() ? QueueRepository.UNFINISHED : QueueRepository.FINISHED);
        if (status != null) {
            condition.and("status = :status", "status", status.name());
        }
        if (reviewerId != null) {
            condition.and("reviewer_id = :reviewerId", "reviewerId", reviewerId);
        }
        kind.narrow(condition);
        return condition;
    }
}
