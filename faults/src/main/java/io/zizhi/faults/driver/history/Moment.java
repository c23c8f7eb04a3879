package io.zizhi.faults.driver.history;

/** The moment of an operation that a line of the history records. */
public enum Moment {
    /** Before it is sent. */
    INVOKE,

    /** It succeeded. */
    OK,

    /** It was rejected and changed nothing. */
    FAIL,

    /** It is unknown whether the operation took effect. */
    INFO
}
