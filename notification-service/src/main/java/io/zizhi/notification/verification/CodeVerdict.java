package io.zizhi.notification.verification;

/** What entering a code led to. It is a value and no exception, because a wrong try has to be committed, not rolled back. */
public enum CodeVerdict {
    /** The number is verified now. */
    RIGHT,

    /** Not the code; the try is counted. */
    WRONG,

    /** No tries are left. */
    EXHAUSTED,

    /** Too late. */
    EXPIRED,

    /** A newer code was issued. */
    SUPERSEDED,

    /** A code serves once, and this one has. */
    SPENT,

    /** So many tries failed lately, of the account or for the number, that this one was not even looked at. */
    HELD_BACK
}
