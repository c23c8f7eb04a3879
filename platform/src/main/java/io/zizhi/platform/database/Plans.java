package io.zizhi.platform.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * How PostgreSQL plans the statements of a transaction. Connections ask for a plan for the values of each call, since one
 * for all values cannot know which partial index serves which status; see {@code microprofile-config.properties}.
 */
public final class Plans {

    private Plans() {}

    /**
     * Lets what follows in the current transaction keep its plans. For work on many rows, one by one by their key: there
     * one plan is as good as the next, and making it takes longer than what it is made for.
     */
    public static Uni<Void> keep() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("set local plan_cache_mode = auto")
                        .executeUpdate())
                .replaceWithVoid();
    }
}
