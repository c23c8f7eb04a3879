package io.zizhi.platform.operations.reconciliation;

/** Where a comparison stands. */
public enum ReconciliationState {
    /** It compares, or waits for events that are sent again. */
    RUNNING,
    /** It has compared everything. */
    FINISHED,
    /** A producer did not answer, so that a part was not compared. */
    FAILED
}
