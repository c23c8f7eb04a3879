package io.zizhi.qualification.bulk.work;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Erases the cells of rows that ended long ago without a submission. */
@ApplicationScoped
class EraseCells {

    private static final int BATCH = 500;

    private final BulkRowRepository rows;

    EraseCells(BulkRowRepository rows) {
        this.rows = rows;
    }

    /** Returns true if there may be more. */
    @WithTransaction
    public Uni<Boolean> handle() {
        return rows.eraseCells(BATCH).map(erased -> erased > 0);
    }
}
