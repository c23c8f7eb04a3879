package io.zizhi.document.retention.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.removed.RemovalRule;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of a removed document, without personal data.
 *
 * @param documentId 32 hexadecimal digits
 * @param accountId the account that owned it
 * @param kind as declared by its owner
 * @param size bytes
 * @param sha256 hexadecimal digest of the stored bytes
 * @param uploadedSha256 hexadecimal digest of the bytes as uploaded, for comparison with the owner's file
 * @param storedAt when it was uploaded
 * @param rule why it was removed
 * @param removedAt when its row was removed; since then nobody can view it
 * @param objectRemovedAt when the object store had removed its bytes; absent while that has not happened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RemovedDocumentView(
        String documentId,
        String accountId,
        DocumentKind kind,
        long size,
        String sha256,
        String uploadedSha256,
        Instant storedAt,
        RemovalRule rule,
        Instant removedAt,
        @Nullable Instant objectRemovedAt) {

    static RemovedDocumentView from(Row row) {
        return new RemovedDocumentView(
                row.text("document_id"),
                row.text("account_id"),
                DocumentKind.valueOf(row.text("kind")),
                row.number("size"),
                row.text("sha256"),
                row.text("uploaded_sha256"),
                row.instant("stored_at"),
                RemovalRule.valueOf(row.text("rule")),
                row.instant("removed_at"),
                row.instantOrNull("object_removed_at"));
    }
}
