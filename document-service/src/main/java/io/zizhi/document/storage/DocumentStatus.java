package io.zizhi.document.storage;

/** What is known about the harmlessness of a document. */
public enum DocumentStatus {
    /** No scanner has looked at it yet. */
    PENDING_SCAN,
    /** A scanner found nothing. */
    AVAILABLE,
    /** A scanner found something; the document is neither shown nor used any more. */
    QUARANTINED;

    /** Whether a document may go from this status to {@code next}. */
    public boolean canMoveTo(DocumentStatus next) {
        return switch (this) {
            case PENDING_SCAN -> next == AVAILABLE || next == QUARANTINED;
            case AVAILABLE -> next == QUARANTINED;
            case QUARANTINED -> false;
        };
    }
}
