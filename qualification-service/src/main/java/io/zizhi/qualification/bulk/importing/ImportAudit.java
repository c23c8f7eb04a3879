package io.zizhi.qualification.bulk.importing;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records in the audit log who uploaded, confirmed or cancelled an import. */
@ApplicationScoped
class ImportAudit {

    private final AuditLog audit;

    ImportAudit(AuditLog audit) {
        this.audit = audit;
    }

    Uni<Void> record(String operator, String action, long importId) {
        return audit.append(new AuditEntry(
                operator, Roles.OPERATOR, null, action, "import", Long.toString(importId), null, List.of()));
    }
}
