package io.zizhi.qualification.bulk.work;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Claims the next due row. */
@ApplicationScoped
class ClaimRow {

    private final BulkRowRepository rows;
    private final OpenRows open;
    private final BulkConfig config;

    ClaimRow(BulkRowRepository rows, OpenRows open, BulkConfig config) {
        this.rows = rows;
        this.open = open;
        this.config = config;
    }

    @WithTransaction
    public Uni<Optional<ClaimedRow>> handle() {
        return rows.claim(config.lease())
                .chain(found -> open.of(found.map(List::of).orElse(List.of())))
                .map(claimed -> claimed.stream().findFirst());
    }
}
