package io.zizhi.document.storage.verification;

/** What is wrong with the stored bytes of a document. */
public enum UnreadableFinding {
    /** They differ from the bytes that were stored (code {@code DOCUMENT_DAMAGED}). */
    DAMAGED,
    /** They are missing (code {@code DOCUMENT_LOST}). */
    LOST
}
