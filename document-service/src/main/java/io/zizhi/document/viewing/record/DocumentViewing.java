package io.zizhi.document.viewing.record;

import io.zizhi.document.viewing.watermark.Mark;
import io.zizhi.platform.privacy.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One view of a document, to be recorded.
 *
 * @param mark its number, which a watermark carries
 * @param documentId the document
 * @param accountId its owner
 * @param viewer subject of the person who views it
 * @param role role of the person
 * @param reason given by staff; null for the owner
 * @param workOrder review that the person has claimed; null for the owner and in exports
 * @param page number of the page, from 1; null for the whole file
 * @param at when
 */
public record DocumentViewing(
        Mark mark,
        String documentId,
        String accountId,
        String viewer,
        String role,
        @Nullable ViewReason reason,
        @Nullable Long workOrder,
        @Nullable Integer page,
        Instant at) {

    AuditEntry toAuditEntry() {
        return new AuditEntry(
                viewer,
                role,
                accountId,
                "document.viewed",
                "document",
                documentId,
                reason == null ? null : reason.name(),
                List.of(page == null ? "content" : "page " + page));
    }
}
