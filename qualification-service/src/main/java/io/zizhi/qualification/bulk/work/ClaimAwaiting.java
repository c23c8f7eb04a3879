package io.zizhi.qualification.bulk.work;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.bulk.BulkRowRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Claims rows of one sheet whose phones may be verified by now. */
@ApplicationScoped
class ClaimAwaiting {

    /** As many as notification-service takes in one question. */
    private static final int BATCH = 100;

    private final BulkRowRepository rows;
    private final OpenRows open;
    private final BulkConfig config;

    ClaimAwaiting(BulkRowRepository rows, OpenRows open, BulkConfig config) {
        this.rows = rows;
        this.open = open;
        this.config = config;
    }

    @WithTransaction
    public Uni<List<ClaimedRow>> handle() {
        return rows.claimAwaiting(config.phonePause(), BATCH).chain(open::of);
    }
}
