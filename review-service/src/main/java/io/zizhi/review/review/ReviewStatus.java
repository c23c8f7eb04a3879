package io.zizhi.review.review;

import io.zizhi.platform.http.problem.Problems;
import java.util.Set;

/** The status of a review, with its possible transitions. */
public enum ReviewStatus {
    /** Waits in the queue. */
    OPEN,

    /** A reviewer works on it. */
    CLAIMED,

    /** A decision waits for a second reviewer, who may already be checking it. */
    PROPOSED,

    /** Ended with a decision, which may be undone until it is published. */
    DECIDED,

    /** Ended without a decision, because the applicant withdrew. */
    CANCELLED;

    public boolean canMoveTo(ReviewStatus next) {
        return successors().contains(next);
    }

    /** Returns {@code next}, or 409 where that transition is not possible. */
    ReviewStatus moveTo(ReviewStatus next) {
        if (!canMoveTo(next)) {
            throw Problems.conflict("REVIEW_STATUS", "A review cannot move from " + this + " to " + next + ".");
        }
        return next;
    }

    /** Refuses with 409 and the reason once the review is finished. */
    void requireUnfinished() {
        if (this == DECIDED) {
            throw Problems.conflict("REVIEW_DECIDED", "The review is decided.");
        }
        if (this == CANCELLED) {
            throw Problems.conflict("REVIEW_CANCELLED", "The applicant withdrew the submission.");
        }
    }

    /** Returns whether the clock is still running. */
    public boolean isUnfinished() {
        return this != DECIDED && this != CANCELLED;
    }

    private Set<ReviewStatus> successors() {
        return switch (this) {
            case OPEN -> Set.of(CLAIMED, CANCELLED);
            case CLAIMED -> Set.of(OPEN, PROPOSED, DECIDED, CANCELLED);
            case PROPOSED -> Set.of(OPEN, DECIDED, CANCELLED);
            case DECIDED -> Set.of(OPEN);
            case CANCELLED -> Set.of();
        };
    }
}
