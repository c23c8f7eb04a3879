package io.zizhi.document.export;

import io.zizhi.document.viewing.record.DocumentViewing;
import io.zizhi.document.viewing.record.ViewReason;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An export that was asked for.
 *
 * @param accountId the account
 * @param recipient who receives it
 * @param role the role in which the recipient asks
 * @param reason given by an operator; null for the account itself
 */
record ExportedAccount(
        String accountId,
        Caller recipient,
        String role,
        @Nullable String reason) {

    static ExportedAccount own(Caller owner) {
        return new ExportedAccount(owner.requireAccount(), owner, Roles.APPLICANT, null);
    }

    static ExportedAccount of(AccountExportRequest request, Caller operator) {
        return new ExportedAccount(request.accountId(), operator, Roles.OPERATOR, request.reason());
    }

    boolean isByOwner() {
        return role.equals(Roles.APPLICANT);
    }

    /** Returns the record of one exported document. */
    DocumentViewing viewOf(String documentId, Instant at) {
        return new DocumentViewing(
                documentId, accountId, recipient.subject(), role, ViewReason.EXPORT, null, null, null, at);
    }

    AuditEntry toAuditEntry() {
        return new AuditEntry(
                recipient.subject(),
                role,
                accountId,
                "account.exported",
                "account",
                accountId,
                reason,
                List.of("documents", "forms"));
    }
}
