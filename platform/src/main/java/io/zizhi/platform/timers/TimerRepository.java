package io.zizhi.platform.timers;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.tracing.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/** Reads due timers by the partial index on {@code due_at} and marks them fired. */
@ApplicationScoped
class TimerRepository {

    /** The key of a timer of a kind of owner. */
    record Due(long ownerId, String kind, int cycle) {}

    static final String DUE = """
            select owner_id, kind, cycle from timer
            where state = 'ARMED' and owner_type = :ownerType and due_at <= :now
            order by due_at limit :limit
            """;

    /** By {@code case}, so that the planner goes by the keys and never through all that are due. */
    static final String FIRE = """
            update timer set state = 'FIRED', fired_at = :now
            from unnest(cast(:owners as bigint[]), cast(:kinds as text[]), cast(:cycles as integer[]))
                as due(id, due_kind, due_cycle)
            where owner_type = :ownerType and owner_id = id and kind = due_kind and cycle = due_cycle
              and case when state = 'ARMED' then due_at <= :now else false end
            returning owner_id, kind, cycle, due_at, traceparent
            """;

    /** Due timers, earliest first; one owner may come several times. */
    Uni<List<Due>> due(String ownerType, Instant now, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DUE, Tuple.class)
                        .setParameter("ownerType", ownerType)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .setParameter("limit", limit)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row ->
                                new Due(row.get(0, Long.class), row.get(1, String.class), row.get(2, Integer.class)))
                        .toList());
    }

    /** Marks these timers as fired; those cancelled or put off meanwhile are not among the result. */
    Uni<List<FiredTimer>> fire(String ownerType, List<Due> due, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIRE, Tuple.class)
                        .setParameter("ownerType", ownerType)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .setParameter("owners", due.stream().map(Due::ownerId).toArray(Long[]::new))
                        .setParameter("kinds", due.stream().map(Due::kind).toArray(String[]::new))
                        .setParameter("cycles", due.stream().map(Due::cycle).toArray(Integer[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(TimerRepository::timer)
                        .sorted(Comparator.comparingLong(FiredTimer::ownerId).thenComparing(FiredTimer::dueAt))
                        .toList());
    }

    /** How often an operator has said that the clock is right. */
    Uni<Long> countReleases() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select count(*) from timer_clock_release", Long.class)
                        .getSingleResult());
    }

    private static FiredTimer timer(Tuple row) {
        Object dueAt = row.get("due_at");
        return new FiredTimer(
                row.get("owner_id", Long.class),
                row.get("kind", String.class),
                row.get("cycle", Integer.class),
                dueAt instanceof OffsetDateTime time ? time.toInstant() : (Instant) dueAt,
                TraceContext.stored(row.get(TraceContext.TRACEPARENT, String.class), null));
    }
}
