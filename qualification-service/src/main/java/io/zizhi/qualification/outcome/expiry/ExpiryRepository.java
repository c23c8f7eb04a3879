package io.zizhi.qualification.outcome.expiry;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.outcome.expiry.ExpiryTimers.Reached;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How often a qualification was armed, and what was told of it. */
@ApplicationScoped
class ExpiryRepository {

    private static final String NEXT_CYCLE = """
            insert into expiry_watch(qualification_id, cycle) values (:id, 1)
            on conflict (qualification_id) do update set cycle = expiry_watch.cycle + 1
            returning cycle
            """;

    private static final String LOCK_FREE = "select " + EntityColumns.of(Qualification.class) + """
             from qualification where id = any(:ids) order by id for no key update skip locked
            """;

    private static final String NOTE_TOLD = """
            insert into expiry_told(qualification_id, point)
            select id, point from unnest(cast(:ids as bigint[]), cast(:points as text[])) as told(id, point)
            on conflict do nothing
            returning qualification_id, point
            """;

    /** Counts the armings of a qualification, from 1. */
    Uni<Integer> nextCycle(long qualificationId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT_CYCLE, Integer.class)
                        .setParameter("id", qualificationId)
                        .getSingleResult());
    }

    /** Locks and reads those of the qualifications that nobody else has locked. */
    Uni<List<Long>> lockFree(List<Long> qualificationIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK_FREE, Qualification.class)
                        .setParameter("ids", qualificationIds.toArray(Long[]::new))
                        .getResultList())
                .map(locked -> locked.stream().map(Qualification::id).toList());
    }

    /** Those that {@link #lockFree} has locked in this session; it has them and asks for none again. */
    Uni<Map<Long, Qualification>> locked(List<Long> qualificationIds) {
        return Panache.getSession()
                .map(session -> qualificationIds.stream()
                        .distinct()
                        .collect(Collectors.toMap(
                                Function.identity(), id -> session.getReference(Qualification.class, id))));
    }

    /** Notes what is told; those that were not told before. */
    Uni<Set<Reached>> noteTold(List<Reached> told) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOTE_TOLD, Object[].class)
                        .setParameter(
                                "ids",
                                told.stream().map(Reached::qualificationId).toArray(Long[]::new))
                        .setParameter(
                                "points",
                                told.stream().map(each -> each.point().kind()).toArray(String[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Reached(((Number) row[0]).longValue(), ExpiryPoint.of(row[1].toString())))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
