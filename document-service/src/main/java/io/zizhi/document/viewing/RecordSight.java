package io.zizhi.document.viewing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;

/** Commits the audit row of a view. Bytes are sent only after this. */
@ApplicationScoped
public class RecordSight {

    private final AuditLog audit;

    RecordSight(AuditLog audit) {
        this.audit = audit;
    }

    @WithTransaction
    public Uni<Void> record(Sight sight) {
        return audit.append(sight.toAuditEntry());
    }
}
