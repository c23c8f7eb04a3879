package io.zizhi.platform.operations.reconciliation;

/** Which side of a comparison has more. */
public enum DifferenceKind {
    /** This service has applied events that its producer does not have: the producer was restored from a backup. */
    AHEAD,
    /** Events that were published are missing here. */
    BEHIND,
    /** None of the events of the aggregate has come. */
    NEVER_SEEN
}
