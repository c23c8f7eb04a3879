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

    private static final String DUE_OWNERS = """
            select owner_id from timer
            where state = 'ARMED' and owner_type = :ownerType and due_at <= :now
            order by due_at limit :limit
            """;

    private static final String FIRE = """
            update timer set state = 'FIRED', fired_at = :now
            where state = 'ARMED' and owner_type = :ownerType and due_at <= :now and owner_id = any(:owners)
            returning owner_id, kind, cycle, due_at, traceparent
            """;

    /** The owner of each due timer, earliest first; one owner may come several times. */
    Uni<List<Long>> dueOwners(String ownerType, Instant now, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DUE_OWNERS, Long.class)
                        .setParameter("ownerType", ownerType)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .setParameter("limit", limit)
                        .getResultList());
    }

    /** Marks the due timers of the owners as fired; those cancelled meanwhile are not among the result. */
    Uni<List<FiredTimer>> fire(String ownerType, List<Long> owners, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIRE, Tuple.class)
                        .setParameter("ownerType", ownerType)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .setParameter("owners", owners.toArray(Long[]::new))
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
