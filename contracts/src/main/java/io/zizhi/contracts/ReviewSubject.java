package io.zizhi.contracts;

/** The subject of a review. */
public enum ReviewSubject {
    /** A submitted revision of a qualification, together with its letter if it has one. */
    QUALIFICATION,

    /** An authorization letter alone. */
    LETTER
}
