package io.zizhi.document.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as shown to its owner, without its bytes.
 *
 * @param documentId 32 hexadecimal digits
 * @param fileName as uploaded, without folders; absent if the upload had none
 * @param kind as declared by its owner
 * @param contentType media type detected from the bytes
 * @param size bytes
 * @param sha256 hexadecimal digest of the bytes
 * @param colour whether a picture has colours; absent if unknown or not a picture. A hint: a black-and-white picture
 *     needs the red seal of the company
 * @param status result of the malware scan
 * @param storedAt when it was uploaded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentView(
        String documentId,
        @Nullable String fileName,
        DocumentKind kind,
        String contentType,
        int size,
        String sha256,
        @Nullable Boolean colour,
        DocumentStatus status,
        Instant storedAt) {

    /** @param fileName decrypted */
    static DocumentView from(Document document, @Nullable String fileName) {
        return new DocumentView(
                document.id(),
                fileName,
                document.kind(),
                document.format().contentType(),
                document.size(),
                document.sha256(),
                document.colour().orElse(null),
                document.status(),
                document.storedAt());
    }
}
