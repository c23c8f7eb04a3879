package io.zizhi.review.review;

import io.zizhi.platform.http.problem.Problems;
import java.util.Set;

/** Where a review stands, and where it can go from there. */
public enum ReviewStatus {
    /** Waits in the queue. */
    OPEN,

    /** A reviewer works on it. */
    CLAIMED,

    /** A decision waits for a second person, who may be working on it. */
    PROPOSED,

    /** Ended with a decision, which may be undone until it is told. */
    DECIDED,

    /** Ended without one, because the applicant withdrew. */
    CANCELLED;

    public boolean canMoveTo(ReviewStatus next) {
        return successors().contains(next);
    }

    /** The status after a move, or 409 for one that there is not. */
    ReviewStatus moveTo(ReviewStatus next) {
        if (!canMoveTo(next)) {
            throw Problems.conflict("REVIEW_STATUS", "A review that is " + this + " cannot become " + next + ".");
        }
        return next;
    }

    /** 409 with the reason, once there is nothing left to be done. */
    void requireUnfinished() {
        if (this == DECIDED) {
            throw Problems.conflict("REVIEW_DECIDED", "The review is decided.");
        }
        if (this == CANCELLED) {
            throw Problems.conflict("REVIEW_CANCELLED", "The applicant withdrew the submission.");
        }
    }

    /** Whether the clock still runs. */
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
