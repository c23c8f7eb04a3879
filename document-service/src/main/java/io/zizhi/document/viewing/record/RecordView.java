package io.zizhi.document.viewing.record;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.viewing.watermark.Mark;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;

/** Commits the records of a view. Bytes are sent only after this. */
@ApplicationScoped
public class RecordView {

    private final AuditLog audit;
    private final ViewRepository views;

    RecordView(AuditLog audit, ViewRepository views) {
        this.audit = audit;
        this.views = views;
    }

    @WithTransaction
    public Uni<Void> record(DocumentViewing view) {
        return views.add(view, null).call(() -> audit.append(view.toAuditEntry()));
    }

    /** Commits the record of a page with a watermark, and returns the mark of the watermark. */
    @WithTransaction
    public Uni<Mark> recordMarked(DocumentViewing view) {
        return views.mark(view).call(mark -> views.add(view, mark)).call(() -> audit.append(view.toAuditEntry()));
    }

    /** Commits the record of a document in an export, which has one audit entry for all its documents. */
    @WithTransaction
    public Uni<Void> recordExported(DocumentViewing view) {
        return views.add(view, null);
    }
}
