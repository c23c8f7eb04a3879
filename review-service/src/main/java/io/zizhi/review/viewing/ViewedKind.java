package io.zizhi.review.viewing;

/** The kinds of objects whose views are counted. */
public enum ViewedKind {
    /** The bytes of a document. */
    DOCUMENT,

    /** Masked fields of a submission, in plain text. */
    SUBMISSION
}
