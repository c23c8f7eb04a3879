package io.zizhi.document.viewing;

import io.zizhi.document.storage.Document;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may look at the bytes of a document.
 *
 * @param role the role in which the viewer looks
 * @param reason what a reviewer gave as reason; null for the owner
 */
record Sight(
        Document document,
        Caller viewer,
        String role,
        @Nullable String reason) {

    /** Who uses up memory by it: an account as a whole, and each member of staff. */
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
