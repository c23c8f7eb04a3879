package io.zizhi.review.reporting.unfinished;

/** The last stage that the clock of an unfinished review has reached. */
public enum ClockStage {

    /** No stage yet. */
    IN_TIME,

    /** The warning. */
    WARNED,

    /** The end of the target. */
    BREACHED,

    /** The escalation. */
    ESCALATED
}
