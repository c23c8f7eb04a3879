package io.zizhi.review.desk;

import java.util.Set;

/** Where a review stands, and where it can go from there. */
public enum ReviewStatus {
    /** Waits in the queue. */
    OPEN,

    /** A reviewer works on it. */
    CLAIMED,

    /** Ended with a decision. */
    DECIDED,

    /** Ended without one, because the applicant withdrew. */
    CANCELLED;

    public boolean canMoveTo(ReviewStatus next) {
        return successors().contains(next);
    }

    /** Whether the clock still runs. */
    public boolean isUnfinished() {
        return this == OPEN || this == CLAIMED;
    }

    private Set<ReviewStatus> successors() {
        return switch (this) {
            case OPEN -> Set.of(CLAIMED, CANCELLED);
            case CLAIMED -> Set.of(OPEN, CLAIMED, DECIDED, CANCELLED);
            case DECIDED, CANCELLED -> Set.of();
        };
    }
}
