package io.zizhi.document.viewing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.document.pinning.DocumentUse;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.DocumentStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document in the list of its owner.
 *
 * @param documentId 32 hexadecimal digits
 * @param fileName as uploaded, without folders; absent if the upload had none
 * @param kind as declared by its owner
 * @param contentType media type detected from the bytes
 * @param size bytes
 * @param status result of the malware scan
 * @param storedAt when it was uploaded
 * @param used whether a submission uses it; an unused document is removed after some time
 * @param usedIn submitted qualifications and letters that use it, newest first, at most 20
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedDocumentView(
        String documentId,
        @Nullable String fileName,
        DocumentKind kind,
        String contentType,
        int size,
        DocumentStatus status,
        Instant storedAt,
        boolean used,
        List<DocumentUse> usedIn) {

    static ListedDocumentView from(Document document, @Nullable String fileName, List<DocumentUse> uses) {
        return new ListedDocumentView(
                document.id(),
                fileName,
                document.kind(),
                document.format().contentType(),
                document.size(),
                document.status(),
                document.storedAt(),
                document.isUsed(),
                uses);
    }
}
