package io.zizhi.platform.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Iterator;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.jspecify.annotations.Nullable;

/**
 * A query that is sent without waiting for the answer to the statement before it, on the connection of the current
 * session. PostgreSQL still runs one after the other: after a statement that locks, it reads with the lock held. Both
 * take one round trip. Hibernate's own queries cannot overlap.
 */
public final class FollowingQuery {

    private FollowingQuery() {}

    /**
     * Returns the only row.
     *
     * @param sql with parameters {@code $1}, {@code $2}
     */
    public static Uni<Object[]> row(String sql, @Nullable Object... parameters) {
        return Panache.getSession()
                .chain(session -> Uni.createFrom()
                        .completionStage(() -> ((MutinySessionImpl) session)
                                .getReactiveConnection()
                                .select(sql, parameters)))
                .map(Iterator::next);
    }
}
