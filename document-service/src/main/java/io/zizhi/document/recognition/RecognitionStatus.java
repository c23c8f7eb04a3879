package io.zizhi.document.recognition;

/** State of the recognition of a document. */
public enum RecognitionStatus {
    /**
     * No fields will be recognised: the kind has none, recognition was off at the upload, or the malware scan found a
     * threat.
     */
    NOT_APPLICABLE,
    /** Waits for the malware scan or for a free worker. */
    WAITING,
    /** A worker reads the picture. */
    RUNNING,
    /** The result is final. It may lack fields, even all. */
    DONE,
    /** The picture cannot be recognised. The result is final. */
    FAILED;

    /** Returns whether the state never changes again. */
    public boolean isFinal() {
        return this != WAITING && this != RUNNING;
    }
}
