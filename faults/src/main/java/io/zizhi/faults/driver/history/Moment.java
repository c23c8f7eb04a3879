package io.zizhi.faults.driver.history;

/** The stage of an operation that a line of the history records. */
public enum Moment {
    /** The operation is about to be sent. */
    INVOKE,

    /** The operation succeeded. */
    OK,

    /** The operation was rejected and changed nothing. */
    FAIL,

    /** It is unknown whether the operation took effect. */
    INFO
}
