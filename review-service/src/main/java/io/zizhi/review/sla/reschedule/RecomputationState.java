package io.zizhi.review.sla.reschedule;

/** Where a recomputation stands. */
public enum RecomputationState {
    /** There are reviews left. */
    RUNNING,

    /** Every review that is not finished is reckoned by the change. */
    DONE
}
