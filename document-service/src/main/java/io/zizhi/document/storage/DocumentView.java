package io.zizhi.document.storage;

import java.time.Instant;

/**
 * A document as its owner sees it, without its bytes.
 *
 * @param documentId 32 hexadecimal digits
 * @param kind what its owner says it is
 * @param contentType media type found in the bytes
 * @param size bytes
 * @param sha256 hexadecimal digest of the bytes
 * @param status what a scanner says
 * @param storedAt when it was taken in
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
