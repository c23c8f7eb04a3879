package io.zizhi.document.storage;

/** What is known about the harmlessness of a document. */
public enum DocumentStatus {
    /** No scanner has looked at it yet. */
    PENDING_SCAN,
    /** A scanner found nothing. */
    AVAILABLE,
    /** A scanner found something; the document is neither shown nor used any more. */
    QUARANTINED
}
