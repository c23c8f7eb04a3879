package io.zizhi.platform.operations.audit.verification;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records that an auditor begins a phase of a verification of the audit log. */
@ApplicationScoped
class RecordVerification {

    private final AuditLog log;

    RecordVerification(AuditLog log) {
        this.log = log;
    }

    @WithTransaction
    Uni<Void> begin(Caller auditor) {
        return log.append(new AuditEntry(
                auditor.subject(), Roles.AUDITOR, null, "audit.verified", "audit", "all", null, List.of()));
    }
}
