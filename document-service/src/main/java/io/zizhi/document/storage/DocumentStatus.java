package io.zizhi.document.storage;

/** Result of the malware scan of a document. */
public enum DocumentStatus {
    /** Not scanned yet. */
    PENDING_SCAN,
    /** Scanned and clean. */
    AVAILABLE,
    /** The scanner found malware; the document can no longer be viewed or used. */
    QUARANTINED
}
