package io.zizhi.platform.runtime.cleanup;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RemoveOutdatedRows {

    static final int BATCH = 1000;

    /** Deletes outdated rows. Returns their number, or {@link #BATCH} if there may be more. */
    @WithTransaction
    Uni<Integer> remove(OutdatedRows rows) {
        return new NativeQuery(rows.delete())
                .with("age", (double) rows.age().toSeconds())
                .with("limit", BATCH)
                .execute();
    }
}
