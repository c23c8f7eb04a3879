package io.zizhi.platform.operations.reconciliation;

/** Which side of a comparison has more events. */
public enum DifferenceKind {
    /** This service has applied events that its producer does not have: the producer was restored from a backup. */
    AHEAD,
    /** Published events are missing here. */
    BEHIND,
    /** No event of the aggregate has arrived. */
    NEVER_SEEN
}
