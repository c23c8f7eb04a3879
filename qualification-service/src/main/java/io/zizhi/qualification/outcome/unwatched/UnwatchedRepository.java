package io.zizhi.qualification.outcome.unwatched;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The list of what is to be watched late. */
@ApplicationScoped
class UnwatchedRepository {

    private static final String LISTED = """
            select owner_id from expiry_unwatched where owner_type = :ownerType order by owner_id limit :limit
            """;

    private static final String TAKE = """
            with taken as (
                delete from expiry_unwatched where owner_type = :ownerType and owner_id = any(:ids) returning owner_id)
            select owner_id from taken
            where not exists (
                select from timer where timer.owner_type = :ownerType and timer.owner_id = taken.owner_id)
            """;

    /** The first ones of the list. */
    Uni<List<Long>> listed(String ownerType, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LISTED, Long.class)
                        .setParameter("ownerType", ownerType)
                        .setParameter("limit", limit)
                        .getResultList());
    }

    /**
     * Takes these, which are locked, from the list; those that were still on it and have no timers. Whatever has some is
     * watched, and must not hold up the others.
     */
    Uni<List<Long>> take(String ownerType, List<Long> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE, Long.class)
                        .setParameter("ownerType", ownerType)
                        .setParameter("ids", ids.toArray(Long[]::new))
                        .getResultList());
    }
}
