package io.zizhi.document.storage;

import java.time.Instant;

/**
 * A document as shown to its owner, without its bytes.
 *
 * @param documentId 32 hexadecimal digits
 * @param kind as declared by its owner
 * @param contentType media type detected from the bytes
 * @param size bytes
 * @param sha256 hexadecimal digest of the bytes
 * @param status result of the malware scan
 * @param storedAt when it was uploaded
 */
public record DocumentView(
        String documentId,
        DocumentKind kind,
        String contentType,
        int size,
        String sha256,
        DocumentStatus status,
        Instant storedAt) {

    public static DocumentView from(Document document) {
        return new DocumentView(
                document.id(),
                document.kind(),
                document.format().contentType(),
                document.size(),
                document.sha256(),
                document.status(),
                document.storedAt());
    }
}
