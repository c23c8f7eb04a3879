package io.zizhi.platform.runtime.cleanup;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RemoveOutdatedRows {

    static final int BATCH = 1000;

    /** Returns the number of deleted rows; {@link #BATCH} if there may be more. */
    @WithTransaction
    Uni<Integer> remove(OutdatedRows rows) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(rows.delete())
                        .setParameter("age", (double) rows.age().toSeconds())
                        .setParameter("limit", BATCH)
                        .executeUpdate());
    }
}
