package io.zizhi.notification.verification.model;

/** Result of entering a code. It is a value and not an exception, because a wrong attempt must be committed. */
public enum CodeVerdict {
    /** The code is right; the number is now verified. */
    RIGHT,

    /** The code is wrong; the attempt is counted. */
    WRONG,

    /** No attempts are left. */
    EXHAUSTED,

    /** The code has expired. */
    EXPIRED,

    /** A newer code was issued. */
    SUPERSEDED,

    /** The code was already used. */
    SPENT,

    /** Rejected without comparison: too many recent attempts of the account, or for the number, failed. */
    DELAYED
}
