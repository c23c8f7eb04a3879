package io.zizhi.document.storage.verification;

import io.zizhi.document.storage.DocumentKind;
import io.zizhi.platform.database.Row;
import java.time.Instant;

/**
 * A document whose stored bytes are damaged or lost.
 *
 * @param objectKey key of the object in the bucket, to restore it from a backup
 * @param documentId 32 hexadecimal digits
 * @param accountId the account that owns it
 * @param kind as declared by its owner
 * @param finding what is wrong
 * @param used whether a submission uses it
 * @param storedAt when it was uploaded
 * @param foundAt when a read failed first
 * @param lastSeenAt when a read failed last
 */
public record UnreadableDocumentView(
        String objectKey,
        String documentId,
        String accountId,
        DocumentKind kind,
        UnreadableFinding finding,
        boolean used,
        Instant storedAt,
        Instant foundAt,
        Instant lastSeenAt) {

    static UnreadableDocumentView from(Row row) {
        return new UnreadableDocumentView(
                row.text("object_key"),
                row.text("id"),
                row.text("account_id"),
                DocumentKind.valueOf(row.text("kind")),
                UnreadableFinding.valueOf(row.text("finding")),
                row.flag("used"),
                row.instant("stored_at"),
                row.instant("found_at"),
                row.instant("last_seen_at"));
    }
}
