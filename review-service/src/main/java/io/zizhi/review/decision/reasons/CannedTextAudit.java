package io.zizhi.review.decision.reasons;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records who changed the texts that applicants receive. */
@ApplicationScoped
class CannedTextAudit {

    private final AuditLog log;

    CannedTextAudit(AuditLog log) {
        this.log = log;
    }

    /** @param id reason and name of the text */
    Uni<Void> append(Caller caller, String action, String id, List<String> fields) {
        return log.append(new AuditEntry(
                caller.subject(),
                caller.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.OPERATOR,
                null,
                action,
                "canned-text",
                id,
                null,
                fields));
    }
}
