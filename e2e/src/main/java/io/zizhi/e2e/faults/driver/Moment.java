package io.zizhi.e2e.faults.driver;

/** What a line of the history tells of its operation. */
public enum Moment {
    /** It is about to be sent. */
    INVOKE,

    /** It succeeded. */
    OK,

    /** It was refused and has changed nothing. */
    FAIL,

    /** Nobody knows whether it happened. */
    INFO
}
