package io.zizhi.qualification.bulk.importing.work;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.bulk.importing.model.ImportRow;
import io.zizhi.qualification.bulk.importing.model.ImportRowRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.BiConsumer;

/** Records the result of a step in a claimed row, unless the row has moved on meanwhile. */
@ApplicationScoped
class MoveImportRow {

    private final ImportRowRepository rows;
    private final DatabaseTime time;

    MoveImportRow(ImportRowRepository rows, DatabaseTime time) {
        this.rows = rows;
        this.time = time;
    }

    /** @param move the change; gets the database's time */
    @WithTransaction
    public Uni<Void> handle(ClaimedImportRow claimed, BiConsumer<ImportRow, Instant> move) {
        return rows.lock(claimed.row().id())
                .chain(row -> time.now().invoke(now -> {
                    if (row.state() == claimed.row().state()) {
                        move.accept(row, now);
                    }
                }))
                .replaceWithVoid();
    }
}
