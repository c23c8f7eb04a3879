package io.zizhi.document.viewing.record;

import io.zizhi.platform.privacy.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One view of a document, to be recorded.
 *
 * @param documentId the document
 * @param accountId its owner
 * @param viewer subject of the person or filing system that views it
 * @param role role of the viewer
 * @param reason given by staff; null for the owner
 * @param workOrder review that the person has claimed, or that approved what is filed; null for the owner and in exports
 * @param page number of the page, from 1; null for the whole file
 * @param recipient carrier that gets the copy; null unless the filing system views
 * @param at when
 */
public record DocumentViewing(
        String documentId,
        String accountId,
        String viewer,
        String role,
        @Nullable ViewReason reason,
        @Nullable Long workOrder,
        @Nullable Integer page,
        @Nullable CarrierRecipient recipient,
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
                details());
    }

    private List<String> details() {
        String part = page == null ? "content" : "page " + page;
        return recipient == null
                ? List.of(part)
                : List.of(part, "carrier filing " + recipient.filingId(), recipient.carrier());
    }
}
