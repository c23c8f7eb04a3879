package io.zizhi.qualification.bulk.work;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Claims rows of one sheet that wait for a phone verification. */
@ApplicationScoped
class ClaimAwaiting {

    /** Maximum number of phones in one query to notification-service. */
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
