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
 * @param contentType media type of the stored bytes
 * @param size stored bytes
 * @param sha256 hexadecimal digest of the stored bytes, which a view of the content returns
 * @param uploadedSha256 hexadecimal digest of the bytes as uploaded, for comparison with the uploader's own file.
 *     Pictures are encoded again without their metadata, so their two digests differ
 * @param colour whether a picture has colours; absent if unknown or not a picture. A hint: a black-and-white picture
 *     needs the red seal of the company
 * @param pages number of pages; absent for a PDF, DOC or DOCX of which no page was shown yet
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
        String uploadedSha256,
        @Nullable Boolean colour,
        @Nullable Integer pages,
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
                document.uploadedSha256(),
                document.colour().orElse(null),
                document.pages().orElse(null),
                document.status(),
                document.storedAt());
    }
}
