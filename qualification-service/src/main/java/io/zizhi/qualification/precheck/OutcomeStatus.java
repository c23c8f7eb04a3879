package io.zizhi.qualification.precheck;

/** The result of a check. */
public enum OutcomeStatus {
    /** Correct. */
    PASSED,

    /** Wrong: the form cannot be submitted. */
    FAILED,

    /** Unusual: the form can be submitted, and a reviewer checks this field. */
    WARNING,

    /** Unknown because a required service does not answer. */
    UNKNOWN
}
