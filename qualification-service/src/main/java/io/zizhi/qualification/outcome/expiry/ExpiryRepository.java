package io.zizhi.qualification.outcome.expiry;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.qualification.outcome.expiry.ExpiryTimers.Reached;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores how often the timers of a qualification were armed and which stages were published. */
@ApplicationScoped
class ExpiryRepository {

    private static final String NEXT_CYCLE = """
            insert into expiry_watch(qualification_id, cycle) values (:id, 1)
            on conflict (qualification_id) do update set cycle = expiry_watch.cycle + 1
            returning cycle
            """;

    private static final String RECORD_PUBLISHED = """
            insert into expiry_published(qualification_id, point)
            select id, point from unnest(cast(:ids as bigint[]), cast(:points as text[])) as published(id, point)
            on conflict do nothing
            returning qualification_id, point
            """;

    /** An approved renewal that starts no later than the day after the last day and is valid on that day. */
    private static final String RENEWED = """
            select ending.id
            from unnest(cast(:ids as bigint[]), cast(cast(:lastDays as text[]) as date[])) as ending(id, last_day)
            where exists (
                select from authorization_letter renewal
                where renewal.renewal_of = ending.id and renewal.deleted_at is null and renewal.status = 'APPROVED'
                  and renewal.valid_from <= ending.last_day + 1 and renewal.valid_to >= ending.last_day + 1)
            """;

    /** Increments and returns the number of times the timers of a qualification were armed, starting at 1. */
    Uni<Integer> nextCycle(long qualificationId) {
        return new NativeQuery(NEXT_CYCLE).with("id", qualificationId).single(Integer.class);
    }

    /** Records stages of qualifications as published and returns the stages that were not published before. */
    Uni<Set<Reached>> recordPublished(List<Reached> published) {
        return new NativeQuery(RECORD_PUBLISHED)
                .with("ids", ids(published))
                .with(
                        "points",
                        published.stream().map(each -> each.point().kind()).toArray(String[]::new))
                .list(Object[].class)
                .map(rows -> rows.stream()
                        .map(row -> new Reached(((Number) row[0]).longValue(), ExpiryPoint.of(row[1].toString())))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns the ids of the letters that have a renewal without a gap. */
    Uni<Set<Long>> renewed(List<Reached> letters) {
        return new NativeQuery(RENEWED)
                .with("ids", ids(letters))
                .with(
                        "lastDays",
                        letters.stream()
                                .map(each -> each.point().endsOn().toString())
                                .toArray(String[]::new))
                .list(Long.class)
                .map(Set::copyOf);
    }

    private static Long[] ids(List<Reached> reached) {
        return reached.stream().map(Reached::ownerId).toArray(Long[]::new);
    }
}
