package io.zizhi.platform.operations.reconciliation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.KeysetList;
import io.zizhi.platform.database.KeysetList.SortKey;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.operations.reconciliation.published.AggregateVersion;
import io.zizhi.platform.operations.reconciliation.published.ResentEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stores comparisons with their walks and differences, and reads the compared cursors. */
@ApplicationScoped
class ReconciliationRepository {

    /** Inserts nothing if a comparison is running. */
    private static final String START = """
            with started as (
                insert into reconciliation(started_by, reason) values (:startedBy, :reason)
                on conflict (state) where state = 'RUNNING' do nothing returning id),
            walks as (
                insert into reconciliation_walk(reconciliation_id, topic, direction)
                select id, topic, direction
                from started, unnest(cast(:topics as text[])) topic, unnest(array['CURSORS', 'PUBLISHED']) direction)
            select id from started
            """;

    private static final String TAKE_TURN = """
            update reconciliation_schedule set next_at = clock_timestamp() + make_interval(secs => :every)
            where next_at <= clock_timestamp()
            """;

    /**
     * Claims the comparison, since one replica works on it at a time. Another replica takes over after half a minute
     * without a claim, which is longer than a request takes.
     */
    private static final String CLAIM = """
            with claimed as (
                update reconciliation set worker = :worker, worker_until = clock_timestamp() + interval '30 seconds'
                where id = (
                    select id from reconciliation
                    where state = 'RUNNING'
                      and (worker is null or worker = :worker or worker_until < clock_timestamp())
                    for update skip locked)
                returning id)
            select c.id, w.topic, w.direction, w.position
            from claimed c left join lateral (
                select topic, direction, position from reconciliation_walk
                where reconciliation_id = c.id and not done
                order by topic, direction limit 1) w on true
            """;

    private static final String CURSORS = """
            select aggregate_id, last_version as version from inbox_cursor
            where topic = :topic and aggregate_id > :after order by aggregate_id limit :limit
            """;

    private static final String CURSORS_OF = """
            select aggregate_id,
                case when parked_at is null then last_version else 9223372036854775807 end as version
            from inbox_cursor where topic = :topic and aggregate_id = any(cast(:ids as text[]))
            """;

    /** Advances the walk. Updates nothing if another replica has compared the page meanwhile. */
    private static final String ADVANCE = """
            update reconciliation_walk
            set position = cast(:next as text), compared = compared + :compared, done = :done
            where reconciliation_id = :id and topic = :topic and direction = :direction
              and position = :position and not done
            """;

    /** A difference that two operators have accepted is settled from the start. */
    private static final String ADD = """
            insert into reconciliation_difference(
                reconciliation_id, topic, aggregate_id, kind, version_here, version_there, outcome, settled_at)
            select cast(:id as bigint), cast(:topic as text), d.aggregate_id, d.kind, here, there,
                case when accepted then 'SETTLED' when d.kind = 'AHEAD' then 'REPORTED' else 'FOUND' end,
                case when accepted then clock_timestamp() end
            from unnest(cast(:ids as text[]), cast(:kinds as text[]), cast(cast(:here as text[]) as bigint[]),
                cast(cast(:there as text[]) as bigint[])) as d(aggregate_id, kind, here, there),
                lateral (select d.kind = 'AHEAD' and exists (
                    select from discard x
                    where x.kind = 'AHEAD_DIFFERENCE' and x.state = 'CARRIED_OUT' and x.topic = :topic
                      and x.object_id = d.aggregate_id and x.aggregate_version = here) as accepted) as a
            on conflict do nothing returning kind, outcome
            """;

    private static final String PROGRESS = """
            update reconciliation set progress_at = clock_timestamp(), failure = null where id = :id
            """;

    private static final String TRUNCATE = """
            with full_one as (
                update reconciliation set truncated = true
                where id = :id
                  and (select count(*) from reconciliation_difference where reconciliation_id = :id) >= :most
                returning id)
            update reconciliation_walk set done = true
            where reconciliation_id in (select id from full_one)
            """;

    private static final String FOUND = """
            select topic, aggregate_id, version_here as version from reconciliation_difference
            where reconciliation_id = :id and outcome = 'FOUND'
              and topic = (select min(topic) from reconciliation_difference
                  where reconciliation_id = :id and outcome = 'FOUND')
            order by aggregate_id limit :limit
            """;

    private static final String RESENT = """
            update reconciliation_difference d
            set outcome = case when r.aggregate_id is null then 'UNAVAILABLE' else 'RESENT' end,
                events = coalesce(r.events, 0)
            from unnest(cast(:asked as text[])) as a(aggregate_id) left join
                unnest(cast(:ids as text[]), cast(cast(:events as text[]) as integer[])) as r(aggregate_id, events)
                    using (aggregate_id)
            where d.reconciliation_id = :id and d.topic = :topic and d.aggregate_id = a.aggregate_id
              and d.outcome = 'FOUND'
            """;

    private static final String SETTLE = """
            update reconciliation_difference d set outcome = 'SETTLED', settled_at = clock_timestamp()
            from inbox_cursor c
            where d.reconciliation_id = :id and d.outcome = 'RESENT'
              and c.topic = d.topic and c.aggregate_id = d.aggregate_id and c.last_version >= d.version_there
            """;

    /**
     * Finishes a comparison. It does not wait for an aggregate that a resent event has parked: an operator must resume
     * that aggregate first.
     */
    private static final String FINISH = """
            update reconciliation r set state = 'FINISHED', finished_at = clock_timestamp()
            where id = :id and state = 'RUNNING' and (
                progress_at < clock_timestamp() - make_interval(secs => :patience)
                or not exists (
                    select from reconciliation_difference d
                    where d.reconciliation_id = :id and d.outcome = 'RESENT' and not exists (
                        select from inbox_cursor c
                        where c.topic = d.topic and c.aggregate_id = d.aggregate_id and c.parked_at is not null)))
            """;

    private static final String FAIL = """
            update reconciliation set failure = :failure,
                state = case when progress_at < clock_timestamp() - make_interval(secs => :patience)
                    then 'FAILED' else state end,
                finished_at = case when progress_at < clock_timestamp() - make_interval(secs => :patience)
                    then clock_timestamp() end
            where id = :id and state = 'RUNNING'
            """;

    private static final String SELECT = """
            select id, state, started_by, reason, started_at, finished_at, failure, truncated from reconciliation
            """;

    private static final String TOPICS = """
            select w.topic,
                cast(sum(w.compared) filter (where w.direction = 'CURSORS') as bigint) as cursors,
                cast(sum(w.compared) filter (where w.direction = 'PUBLISHED') as bigint) as aggregates,
                max(d.ahead) as ahead, max(d.behind) as behind, max(d.never_seen) as never_seen,
                max(d.settled) as settled, max(d.accepted) as accepted, max(d.unavailable) as unavailable, max(d.events) as events
            from reconciliation_walk w, lateral (
                select count(*) filter (where kind = 'AHEAD') as ahead,
                    count(*) filter (where kind = 'BEHIND') as behind,
                    count(*) filter (where kind = 'NEVER_SEEN') as never_seen,
                    count(*) filter (where outcome = 'SETTLED' and kind <> 'AHEAD') as settled,
                    count(*) filter (where outcome = 'SETTLED' and kind = 'AHEAD') as accepted,
                    count(*) filter (where outcome = 'UNAVAILABLE') as unavailable,
                    cast(coalesce(sum(events), 0) as bigint) as events
                from reconciliation_difference
                where reconciliation_id = w.reconciliation_id and topic = w.topic) d
            where w.reconciliation_id = :id
            group by w.topic order by w.topic
            """;

    private static final KeysetList<DifferenceView> DIFFERENCES = new KeysetList<>(
            """
            select topic, aggregate_id, kind, version_here, version_there, outcome, events, found_at, settled_at
            from reconciliation_difference
            """,
            DifferenceView::from,
            List.of(
                    SortKey.text("topic", DifferenceView::topic),
                    SortKey.text("aggregate_id", DifferenceView::aggregateId)));

    /** Returns the started comparison; empty if one is running. */
    Uni<OptionalLong> start(String startedBy, String reason, List<String> topics) {
        return new NativeQuery(START)
                .with("startedBy", startedBy)
                .with("reason", reason)
                .with("topics", topics.toArray(String[]::new))
                .first()
                .map(row -> row.isPresent() ? OptionalLong.of(row.get().number("id")) : OptionalLong.empty());
    }

    /** Returns whether a comparison is due, and schedules the next one after {@code every}. */
    Uni<Boolean> takeTurn(Duration every) {
        return new NativeQuery(TAKE_TURN)
                .with("every", seconds(every))
                .execute()
                .map(rows -> rows == 1);
    }

    /** Claims the running comparison for this replica. */
    Uni<Optional<Row>> claim(String worker) {
        return new NativeQuery(CLAIM).with("worker", worker).first();
    }

    /** Returns cursors after {@code after}, ordered by id. */
    Uni<List<AggregateVersion>> cursors(String topic, String after, int limit) {
        return new NativeQuery(CURSORS)
                .with("topic", topic)
                .with("after", after)
                .with("limit", limit)
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new AggregateVersion(row.text("aggregate_id"), row.number("version")))
                        .toList());
    }

    /** Returns the last versions of aggregates with a cursor; the highest number for a parked one. */
    Uni<Map<String, Long>> cursorsOf(String topic, List<String> aggregateIds) {
        return new NativeQuery(CURSORS_OF)
                .with("topic", topic)
                .with("ids", aggregateIds.toArray(String[]::new))
                .rows()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.text("aggregate_id"), row -> row.number("version"))));
    }

    /**
     * Moves the walk past the compared aggregates, or ends it if there were none. Returns false if it has moved
     * already.
     */
    Uni<Boolean> advance(Walk walk, List<String> compared) {
        boolean done = compared.isEmpty();
        return new NativeQuery(ADVANCE)
                .with("next", done ? walk.position() : compared.getLast())
                .with("compared", compared.size())
                .with("done", done)
                .with("id", walk.reconciliationId())
                .with("topic", walk.topic())
                .with("direction", walk.direction().name())
                .with("position", walk.position())
                .execute()
                .map(rows -> rows == 1);
    }

    /** Stores differences and returns the kinds of those that nobody has accepted. */
    Uni<List<DifferenceKind>> add(Walk walk, List<Difference> differences) {
        return new NativeQuery(ADD)
                .with("id", walk.reconciliationId())
                .with("topic", walk.topic())
                .with("ids", texts(differences, Difference::aggregateId))
                .with(
                        "kinds",
                        texts(differences, difference -> difference.kind().name()))
                .with("here", texts(differences, difference -> Long.toString(difference.here())))
                .with("there", texts(differences, difference -> Long.toString(difference.there())))
                .rows()
                .map(rows -> rows.stream()
                        .filter(row -> !row.text("outcome").equals(DifferenceOutcome.SETTLED.name()))
                        .map(row -> DifferenceKind.valueOf(row.text("kind")))
                        .toList());
    }

    /** Ends the walks of a comparison with too many differences. */
    Uni<Integer> truncate(long id, int most) {
        return new NativeQuery(TRUNCATE).with("id", id).with("most", most).execute();
    }

    Uni<Integer> progress(long id) {
        return new NativeQuery(PROGRESS).with("id", id).execute();
    }

    /** Returns differences of one topic whose missing events have not been requested yet. */
    Uni<List<Row>> found(long id, int limit) {
        return new NativeQuery(FOUND).with("id", id).with("limit", limit).rows();
    }

    /**
     * Records which aggregates the producer resends. The producer omits an aggregate if it has deleted some of its
     * events.
     */
    Uni<Integer> resent(long id, String topic, List<String> asked, List<ResentEvents.Resent> resent) {
        return new NativeQuery(RESENT)
                .with("id", id)
                .with("topic", topic)
                .with("asked", asked.toArray(String[]::new))
                .with("ids", texts(resent, ResentEvents.Resent::aggregateId))
                .with("events", texts(resent, each -> Integer.toString(each.events())))
                .execute();
    }

    /** Closes differences whose events have been applied, and returns their number. */
    Uni<Integer> settle(long id) {
        return new NativeQuery(SETTLE).with("id", id).execute();
    }

    /** Finishes the comparison if no more events are expected, or none arrived for {@code patience}. */
    Uni<Integer> finish(long id, Duration patience) {
        return new NativeQuery(FINISH)
                .with("id", id)
                .with("patience", seconds(patience))
                .execute();
    }

    /** Records why there is no progress, and fails the comparison after {@code patience} without progress. */
    Uni<Integer> fail(long id, String failure, Duration patience) {
        return new NativeQuery(FAIL)
                .with("id", id)
                .with("failure", failure)
                .with("patience", seconds(patience))
                .execute();
    }

    Uni<Optional<Row>> latest() {
        return new NativeQuery(SELECT).then("order by id desc limit 1").first();
    }

    Uni<List<Row>> topics(long id) {
        return new NativeQuery(TOPICS).with("id", id).rows();
    }

    /** Lists differences by topic and aggregate. */
    @WithSession
    Uni<Page<DifferenceView>> differences(long id, PageRequest page) {
        return DIFFERENCES.page(page, query -> query.where("reconciliation_id = :id", "id", id));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static <T> String[] texts(List<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }
}
