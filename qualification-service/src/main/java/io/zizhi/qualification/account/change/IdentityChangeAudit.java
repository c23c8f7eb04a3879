package io.zizhi.qualification.account.change;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records in the audit log who requested, confirmed or took back an identity change. */
@ApplicationScoped
class IdentityChangeAudit {

    private final AuditLog audit;

    IdentityChangeAudit(AuditLog audit) {
        this.audit = audit;
    }

    Uni<Void> record(Caller operator, String action, IdentityChange change) {
        return audit.append(new AuditEntry(
                operator.subject(),
                Roles.OPERATOR,
                change.accountId(),
                action,
                "account-identity-change",
                Long.toString(change.id()),
                change.reason(),
                List.of("kind", "companyName", "creditCode", "name", "idNumber")));
    }
}
