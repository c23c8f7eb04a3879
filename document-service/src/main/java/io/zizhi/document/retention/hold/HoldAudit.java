package io.zizhi.document.retention.hold;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records in the audit log of the account who set or lifted a hold, and why. */
@ApplicationScoped
class HoldAudit {

    private final AuditLog audit;

    HoldAudit(AuditLog audit) {
        this.audit = audit;
    }

    Uni<Void> record(Caller operator, String action, LegalHoldView hold, String reason) {
        return audit.append(new AuditEntry(
                operator.subject(),
                Roles.OPERATOR,
                hold.accountId(),
                action,
                "legal-hold",
                Long.toString(hold.id()),
                reason,
                List.of()));
    }
}
