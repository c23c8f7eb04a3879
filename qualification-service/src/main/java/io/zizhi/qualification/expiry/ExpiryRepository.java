package io.zizhi.qualification.expiry;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How often a qualification was armed, and what was told of it. */
@ApplicationScoped
class ExpiryRepository {

    private static final String NEXT_CYCLE = """
            insert into expiry_watch(qualification_id, cycle) values (:id, 1)
            on conflict (qualification_id) do update set cycle = expiry_watch.cycle + 1
            returning cycle
            """;

    private static final String LOCK = """
            select id from qualification where id = any(cast(:ids as bigint[])) order by id for update skip locked
            """;

    private static final String NOTE_TOLD = """
            insert into expiry_told(qualification_id, point) values (:id, :point) on conflict do nothing
            """;

    /** Counts the armings of a qualification, from 1. */
    Uni<Integer> nextCycle(long qualificationId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT_CYCLE, Integer.class)
                        .setParameter("id", qualificationId)
                        .getSingleResult());
    }

    /** Locks those qualifications that nobody else holds. */
    Uni<List<Long>> lockFree(List<Long> qualificationIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Long.class)
                        .setParameter("ids", qualificationIds.toArray(Long[]::new))
                        .getResultList());
    }

    /** False where it was told before. */
    Uni<Boolean> noteTold(long qualificationId, ExpiryPoint point) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOTE_TOLD)
                        .setParameter("id", qualificationId)
                        .setParameter("point", point.kind())
                        .executeUpdate())
                .map(noted -> noted > 0);
    }
}
