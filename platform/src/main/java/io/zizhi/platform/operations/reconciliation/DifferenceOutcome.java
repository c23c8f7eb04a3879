package io.zizhi.platform.operations.reconciliation;

/** What became of a difference. */
public enum DifferenceOutcome {
    /** Nothing is sent again: the producer has less than this service. */
    REPORTED,
    /** Its events are asked for next. */
    FOUND,
    /** The producer sends the events again. */
    RESENT,
    /** The producer has cleaned up some of the events. */
    UNAVAILABLE,
    /** The events have come and were applied. */
    SETTLED
}
