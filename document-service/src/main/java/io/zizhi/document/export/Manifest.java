package io.zizhi.document.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.document.pinning.DocumentUse;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.DocumentStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last entry of an export. A file without it is incomplete.
 *
 * @param accountId the account
 * @param createdAt when the export began
 * @param documents number of documents in the file
 * @param missing number of documents that are listed but not in the file
 * @param parts the other lists in the file, with their digests
 */
record Manifest(String accountId, Instant createdAt, long documents, long missing, List<Part> parts) {

    /**
     * A list in the file, one JSON object per line.
     *
     * @param path its entry
     * @param sha256 hexadecimal digest of its bytes
     */
    record Part(String path, String sha256) {}

    /**
     * A line about one document.
     *
     * @param path its entry; absent if it is missing
     * @param missing why it is missing, for example {@code DOCUMENT_QUARANTINED}; absent if it is in the file
     * @param fileName as uploaded; absent if the upload had none
     * @param sha256 hexadecimal digest of the entry
     * @param uploadedSha256 hexadecimal digest of the bytes as uploaded; pictures are stored encoded again
     * @param usedIn the newest submitted qualifications and letters that use it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @Nullable String path,
            @Nullable String missing,
            String documentId,
            @Nullable String fileName,
            DocumentKind kind,
            String contentType,
            int size,
            String sha256,
            String uploadedSha256,
            DocumentStatus status,
            Instant storedAt,
            List<DocumentUse> usedIn) {

        static Line of(Exported exported, @Nullable String missing) {
            Document document = exported.document();
            return new Line(
                    missing == null ? exported.path() : null,
                    missing,
                    document.id(),
                    exported.fileName(),
                    document.kind(),
                    document.format().contentType(),
                    document.size(),
                    document.sha256(),
                    document.uploadedSha256(),
                    document.status(),
                    document.storedAt(),
                    exported.uses());
        }

        /** Omits the file name, which may be personal data. */
        @Override
        public String toString() {
            return "Line[" + documentId + "]";
        }
    }

    /**
     * A document to export.
     *
     * @param fileName decrypted; null if the upload had none
     */
    record Exported(Document document, @Nullable String fileName, List<DocumentUse> uses) {

        /** Returns a path without characters of the uploader. */
        String path() {
            return "documents/" + document.kind() + "-" + document.id() + "."
                    + document.format().extension();
        }

        /** Omits the file name, which may be personal data. */
        @Override
        public String toString() {
            return "Exported[" + document.id() + "]";
        }
    }
}
