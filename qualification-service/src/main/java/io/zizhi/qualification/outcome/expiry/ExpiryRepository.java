package io.zizhi.qualification.outcome.expiry;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.outcome.expiry.ExpiryTimers.Reached;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stores how often the timers of a qualification were armed and which stages were published. */
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

    private static final String RECORD_PUBLISHED = """
            insert into expiry_published(qualification_id, point)
            select id, point from unnest(cast(:ids as bigint[]), cast(:points as text[])) as published(id, point)
            on conflict do nothing
            returning qualification_id, point
            """;

    /** Increments and returns the number of times the timers of a qualification were armed, starting at 1. */
    Uni<Integer> nextCycle(long qualificationId) {
        return new NativeQuery(NEXT_CYCLE).with("id", qualificationId).single(Integer.class);
    }

    /** Locks the qualifications that no other transaction has locked, and returns their ids. */
    Uni<List<Long>> lockFree(List<Long> qualificationIds) {
        return new NativeQuery(LOCK_FREE)
                .with("ids", qualificationIds.toArray(Long[]::new))
                .list(Qualification.class)
                .map(locked -> locked.stream().map(Qualification::id).toList());
    }

    /** Returns the qualifications locked by {@link #lockFree}. They are served from the session without a query. */
    Uni<Map<Long, Qualification>> locked(List<Long> qualificationIds) {
        return Panache.getSession()
                .map(session -> qualificationIds.stream()
                        .distinct()
                        .collect(Collectors.toMap(
                                Function.identity(), id -> session.getReference(Qualification.class, id))));
    }

    /** Records stages as published and returns the stages that were not published before. */
    Uni<Set<Reached>> recordPublished(List<Reached> published) {
        return new NativeQuery(RECORD_PUBLISHED)
                .with("ids", published.stream().map(Reached::qualificationId).toArray(Long[]::new))
                .with(
                        "points",
                        published.stream().map(each -> each.point().kind()).toArray(String[]::new))
                .list(Object[].class)
                .map(rows -> rows.stream()
                        .map(row -> new Reached(((Number) row[0]).longValue(), ExpiryPoint.of(row[1].toString())))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
