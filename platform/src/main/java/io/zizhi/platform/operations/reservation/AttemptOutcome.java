package io.zizhi.platform.operations.reservation;

/** The outcome of an attempt to submit, as qualification-service knows it. */
public enum AttemptOutcome {
    /** The revision was submitted. Its event confirms the reservation, or has confirmed others instead. */
    SUBMITTED,

    /** The revision was not submitted, and this attempt will never be accepted. */
    NOT_SUBMITTED,

    /** Nobody knows: qualification-service does not answer, or its database lacks the qualification or letter. */
    UNKNOWN
}
