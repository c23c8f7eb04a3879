package io.zizhi.qualification.precheck;

/** What a rule found. */
public enum OutcomeStatus {
    /** As it must be. */
    PASSED,

    /** Wrong: it cannot be submitted like this. */
    FAILED,

    /** Unusual: it can be submitted, and the reviewer will look at it. */
    WARNING,

    /** Somebody who has to be asked does not answer. */
    UNKNOWN
}
