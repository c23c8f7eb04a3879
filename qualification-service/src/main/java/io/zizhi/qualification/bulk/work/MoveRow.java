package io.zizhi.qualification.bulk.work;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.bulk.model.BulkRow;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Records the result of a step in a claimed row, unless the row has changed meanwhile. */
@ApplicationScoped
class MoveRow {

    private final BulkRowRepository rows;
    private final DatabaseTime time;

    MoveRow(BulkRowRepository rows, DatabaseTime time) {
        this.rows = rows;
        this.time = time;
    }

    /**
     * @param allowed whether the row in its current state may be changed
     * @param move the change; gets the database's time
     */
    @WithTransaction
    public Uni<Void> handle(ClaimedRow claimed, Predicate<BulkRow> allowed, BiConsumer<BulkRow, Instant> move) {
        return rows.lock(claimed.row().id())
                .chain(row -> time.now().invoke(now -> {
                    if (allowed.test(row)) {
                        move.accept(row, now);
                    }
                }))
                .replaceWithVoid();
    }
}
