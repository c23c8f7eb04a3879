package io.zizhi.document.viewing;

import io.zizhi.document.storage.Document;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An authorised view of a document.
 *
 * @param document the document
 * @param viewer the person who views it
 * @param role role of the viewer
 * @param reason given by a reviewer; null for the owner
 */
record Viewing(
        Document document,
        Caller viewer,
        String role,
        @Nullable String reason) {

    /** Returns who uses the memory share: an account as a whole, or one member of staff. */
    String holder() {
        return role.equals(Roles.APPLICANT) ? "account " + viewer.accountId() : "person " + viewer.subject();
    }

    AuditEntry toAuditEntry() {
        return new AuditEntry(
                viewer.subject(),
                role,
                document.accountId(),
                "document.viewed",
                "document",
                document.id(),
                reason,
                List.of("content"));
    }
}
