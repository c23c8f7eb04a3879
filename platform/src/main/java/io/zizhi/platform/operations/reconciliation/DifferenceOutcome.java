package io.zizhi.platform.operations.reconciliation;

/** Outcome of a difference. */
public enum DifferenceOutcome {
    /** Only reported: the producer has fewer events than this service. */
    REPORTED,
    /** Its events will be requested next. */
    FOUND,
    /** The producer sends the events again. */
    RESENT,
    /** The producer has deleted some of the events. */
    UNAVAILABLE,
    /** The events have arrived and were applied, or two operators accepted that this service is ahead. */
    SETTLED
}
