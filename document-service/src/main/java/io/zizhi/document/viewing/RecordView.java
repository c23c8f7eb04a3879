package io.zizhi.document.viewing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;

/** Commits the audit row of a view. Bytes are sent only after this. */
@ApplicationScoped
public class RecordView {

    private final AuditLog audit;

    RecordView(AuditLog audit) {
        this.audit = audit;
    }

    @WithTransaction
    public Uni<Void> record(Viewing view) {
        return audit.append(view.toAuditEntry());
    }
}
