package io.zizhi.contracts;

/** What a review is about. */
public enum ReviewSubject {
    /** A submitted revision of a qualification, and the letter that it carries where it carries one. */
    QUALIFICATION,

    /** An authorization letter alone. */
    LETTER
}
