package io.zizhi.platform.operations.reconciliation;

/** State of a comparison. */
public enum ReconciliationState {
    /** It compares, or waits for resent events. */
    RUNNING,
    /** It has compared everything. */
    FINISHED,
    /** A producer did not answer, so a part was not compared. */
    FAILED
}
