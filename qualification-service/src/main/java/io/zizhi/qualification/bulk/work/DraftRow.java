package io.zizhi.qualification.bulk.work;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.bulk.BulkRow;
import io.zizhi.qualification.bulk.BulkRowRepository;
import io.zizhi.qualification.bulk.RowState;
import io.zizhi.qualification.filing.draft.DraftQualification;
import jakarta.enterprise.context.ApplicationScoped;

/** Creates a row's draft and records it in the row, in one transaction, so that no row is drafted twice. */
@ApplicationScoped
class DraftRow {

    private final BulkRowRepository rows;
    private final DraftQualification draft;
    private final DatabaseTime time;

    DraftRow(BulkRowRepository rows, DraftQualification draft, DatabaseTime time) {
        this.rows = rows;
        this.draft = draft;
        this.time = time;
    }

    @WithTransaction
    public Uni<Void> handle(ClaimedRow claimed) {
        return rows.lock(claimed.row().id())
                .chain(row -> row.state() == RowState.WAITING
                        ? draft(claimed, row)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> draft(ClaimedRow claimed, BulkRow row) {
        return draft.handle(claimed.applicant(), claimed.form())
                .chain(view -> time.now().invoke(now -> row.drafted(view.id(), view.version(), now)))
                .replaceWithVoid();
    }
}
