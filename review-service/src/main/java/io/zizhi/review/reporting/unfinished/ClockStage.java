package io.zizhi.review.reporting.unfinished;

/** The last thing that the clock of a review that is not finished has reached. */
public enum ClockStage {

    /** Nothing yet. */
    IN_TIME,

    /** The warning. */
    WARNED,

    /** The end of the target. */
    BREACHED,

    /** The escalation. */
    ESCALATED
}
