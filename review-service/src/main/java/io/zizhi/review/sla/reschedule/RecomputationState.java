package io.zizhi.review.sla.reschedule;

/** The state of a recomputation. */
public enum RecomputationState {
    /** Some reviews are still to be recomputed. */
    RUNNING,

    /** Every unfinished review is computed from the new revision. */
    DONE
}
