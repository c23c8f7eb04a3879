package io.zizhi.platform.operations.discard;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.twopersons.TwoPersonRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of discards. An object has at most one open discard. */
@ApplicationScoped
class DiscardRepository extends TwoPersonRepository<Discard> {

    private static final String COLUMNS = """
            id, kind, topic, object_id, aggregate_version, event_id, type, payload, reason, requested_by, requested_at, state,
            closed_by, closed_at, received_from, received_to, aggregates, events, sample, finished_at,
            (select count(*) from discard part where part.part_of = discard.id) as discarded
            """;

    /** Inserts only for the event at which the aggregate is currently parked. */
    private static final String REQUEST_PARKED = """
            insert into discard(kind, topic, object_id, aggregate_version, event_id, type, payload, reason, requested_by)
            select 'PARKED_EVENT', h.topic, h.aggregate_id, h.aggregate_version, h.event_id, h.type, h.payload, :reason,
                   :requestedBy
            from inbox_cursor c join held_event h using (topic, aggregate_id)
            where c.topic = :topic and c.aggregate_id = :objectId and c.parked_event_id = :eventId
              and h.event_id = c.parked_event_id
            on conflict do nothing returning id
            """;

    /** Inserts only if an event matches. The period ends at the request, so a later event is never discarded. */
    private static final String REQUEST_PARKED_EVENTS = """
            with period as materialized (
                select cast(:from as timestamptz) as starts, least(cast(:to as timestamptz), clock_timestamp()) as ends),
            matching as materialized (
                select c.aggregate_id, c.parked_at
                from period, inbox_cursor c join held_event h using (topic, aggregate_id)
                where c.topic = :topic and c.parked_event_id = h.event_id and c.parked_at is not null
                  and starts_with(c.parked_cause, :cause) and h.held_at >= starts and h.held_at < ends)
            insert into discard(kind, topic, object_id, received_from, received_to, aggregates, events, sample, reason,
                requested_by)
            select 'PARKED_EVENTS', cast(:topic as text), cast(:cause as text), starts, ends,
                (select count(*) from matching),
                (select count(*) from matching join held_event h using (aggregate_id)
                    where h.topic = :topic and h.held_at >= starts and h.held_at < ends),
                (select string_agg(aggregate_id, chr(10) order by parked_at, aggregate_id)
                    from (select aggregate_id, parked_at from matching order by parked_at, aggregate_id limit 10) as first),
                cast(:reason as text), cast(:requestedBy as text)
            from period where exists (select from matching)
            on conflict do nothing returning id
            """;

    /** Locks one aggregate that no other replica works on, and stores the discard of the event at which it is parked. */
    private static final String CLAIM_NEXT = """
            with chosen as materialized (
                select h.topic, h.aggregate_id, h.aggregate_version, h.event_id, h.type, h.payload, one.id as part_of,
                    one.reason, one.requested_by, one.closed_by
                from discard one join inbox_cursor c on c.topic = one.topic
                join held_event h on h.topic = c.topic and h.aggregate_id = c.aggregate_id
                    and h.event_id = c.parked_event_id
                where one.id = :id and one.state = 'CARRIED_OUT' and c.parked_at is not null
                  and starts_with(c.parked_cause, one.object_id)
                  and h.held_at >= one.received_from and h.held_at < one.received_to
                order by c.parked_at, c.aggregate_id limit 1 for update of c skip locked)
            insert into discard(kind, topic, object_id, aggregate_version, event_id, type, payload, part_of, reason,
                requested_by, state, closed_by, closed_at)
            select 'PARKED_EVENT', topic, aggregate_id, aggregate_version, event_id, type, payload, part_of, reason,
                requested_by, 'CARRIED_OUT', closed_by, clock_timestamp()
            from chosen returning\s""" + COLUMNS;

    private static final String UNFINISHED = """
            select id from discard where kind = 'PARKED_EVENTS' and state = 'CARRIED_OUT' and finished_at is null
            order by id limit 10
            """;

    /** Waits for events of the period that can be applied: each may park its aggregate again. */
    private static final String FINISH = """
            update discard one set finished_at = clock_timestamp()
            where one.id = :id and one.finished_at is null and not exists (
                select from inbox_cursor c join held_event h using (topic, aggregate_id)
                where c.topic = one.topic and h.held_at >= one.received_from and h.held_at < one.received_to
                  and (c.parked_at is null and h.aggregate_version <= c.last_version + 1
                    or h.event_id = c.parked_event_id and starts_with(c.parked_cause, one.object_id)))
            """;

    /** Inserts only for the version that the aggregate currently waits for. */
    private static final String REQUEST_MISSING = """
            insert into discard(kind, topic, object_id, aggregate_version, reason, requested_by)
            select 'MISSING_EVENT', c.topic, c.aggregate_id, c.last_version + 1, :reason, :requestedBy
            from inbox_cursor c
            where c.topic = :topic and c.aggregate_id = :objectId and c.parked_at is null and c.last_version + 1 = :version
              and (select min(h.aggregate_version) from held_event h
                   where h.topic = c.topic and h.aggregate_id = c.aggregate_id) > :held
            on conflict do nothing returning id
            """;

    private static final String REQUEST_DEAD_LETTER = """
            insert into discard(kind, topic, object_id, reason, requested_by)
            select 'DEAD_LETTER', topic, cast(id as text), :reason, :requestedBy
            from dead_letter where id = :id and state = 'WAITING'
            on conflict do nothing returning id
            """;

    private static final String REQUEST_AHEAD = """
            insert into discard(kind, topic, object_id, aggregate_version, reason, requested_by)
            select 'AHEAD_DIFFERENCE', topic, aggregate_id, version_here, :reason, :requestedBy
            from reconciliation_difference
            where topic = :topic and aggregate_id = :objectId and version_here = :version
              and kind = 'AHEAD' and outcome = 'REPORTED'
            limit 1
            on conflict do nothing returning id
            """;

    /** A comparison that has ended reports nothing more, so the second operator confirms what the first one saw. */
    private static final String REQUEST_ALL_AHEAD = """
            with reported as materialized (
                select d.aggregate_id from reconciliation_difference d join reconciliation r on r.id = d.reconciliation_id
                where r.id = :reconciliation and r.state <> 'RUNNING'
                  and d.topic = :topic and d.kind = 'AHEAD' and d.outcome = 'REPORTED')
            insert into discard(kind, topic, object_id, aggregates, sample, reason, requested_by)
            select 'AHEAD_DIFFERENCES', cast(:topic as text), cast(cast(:reconciliation as bigint) as text),
                (select count(*) from reported),
                (select string_agg(aggregate_id, chr(10) order by aggregate_id)
                    from (select aggregate_id from reported order by aggregate_id limit 10) as first),
                cast(:reason as text), cast(:requestedBy as text)
            where exists (select from reported)
            on conflict do nothing returning id
            """;

    /** Settles the differences in all reports. Each one of many becomes a discard of its own, which comparisons find. */
    private static final String ACCEPT_AHEAD = """
            with accepted as (
                select d.topic, d.aggregate_id, d.version_here
                from discard one join reconciliation_difference d on d.topic = one.topic
                where one.id = :id and d.kind = 'AHEAD' and d.outcome = 'REPORTED'
                  and (one.kind = 'AHEAD_DIFFERENCE'
                        and d.aggregate_id = one.object_id and d.version_here = one.aggregate_version
                    or one.kind = 'AHEAD_DIFFERENCES' and cast(d.reconciliation_id as text) = one.object_id)),
            parts as (
                insert into discard(kind, topic, object_id, aggregate_version, part_of, reason, requested_by, state,
                    closed_by, closed_at)
                select 'AHEAD_DIFFERENCE', a.topic, a.aggregate_id, a.version_here, one.id, one.reason,
                    one.requested_by, 'CARRIED_OUT', :confirmedBy, clock_timestamp()
                from discard one, accepted a where one.id = :id and one.kind = 'AHEAD_DIFFERENCES')
            update reconciliation_difference d set outcome = 'SETTLED', settled_at = clock_timestamp()
            from accepted a
            where d.topic = a.topic and d.aggregate_id = a.aggregate_id and d.version_here = a.version_here
              and d.kind = 'AHEAD' and d.outcome = 'REPORTED'
            """;

    Uni<Discard> requestParked(String topic, String aggregateId, UUID eventId, String reason, String requestedBy) {
        return request(
                new NativeQuery(REQUEST_PARKED)
                        .with("topic", topic)
                        .with("objectId", aggregateId)
                        .with("eventId", eventId),
                reason,
                requestedBy);
    }

    Uni<Discard> requestParkedEvents(
            String topic, String cause, Instant from, Instant to, String reason, String requestedBy) {
        return request(
                new NativeQuery(REQUEST_PARKED_EVENTS)
                        .with("topic", topic)
                        .with("cause", cause)
                        .with("from", from)
                        .with("to", to),
                reason,
                requestedBy);
    }

    /** Returns the stored discard of one more parked event; empty if no aggregate matches or all are locked. */
    Uni<Optional<Discard>> claimNext(long id) {
        return new NativeQuery(CLAIM_NEXT).with("id", id).first().map(found -> found.map(this::read));
    }

    /** Returns confirmed discards of many events that are not finished. */
    @WithSession
    Uni<List<Long>> unfinished() {
        return new NativeQuery(UNFINISHED).list(Long.class);
    }

    /** Marks a discard of many events as finished, unless matching events are left. */
    @WithTransaction
    Uni<Void> finish(long id) {
        return new NativeQuery(FINISH).with("id", id).execute().replaceWithVoid();
    }

    Uni<Discard> requestMissing(String topic, String aggregateId, long version, String reason, String requestedBy) {
        return request(
                new NativeQuery(REQUEST_MISSING)
                        .with("topic", topic)
                        .with("objectId", aggregateId)
                        .with("version", version)
                        .with("held", version),
                reason,
                requestedBy);
    }

    Uni<Discard> requestDeadLetter(long id, String reason, String requestedBy) {
        return request(new NativeQuery(REQUEST_DEAD_LETTER).with("id", id), reason, requestedBy);
    }

    Uni<Discard> requestAhead(String topic, String aggregateId, long version, String reason, String requestedBy) {
        return request(
                new NativeQuery(REQUEST_AHEAD)
                        .with("topic", topic)
                        .with("objectId", aggregateId)
                        .with("version", version),
                reason,
                requestedBy);
    }

    Uni<Discard> requestAllAhead(String topic, long reconciliationId, String reason, String requestedBy) {
        return request(
                new NativeQuery(REQUEST_ALL_AHEAD).with("topic", topic).with("reconciliation", reconciliationId),
                reason,
                requestedBy);
    }

    /** Accepts the differences of a confirmed request; false if none of them is reported any more. */
    Uni<Boolean> acceptAhead(Discard discard, String confirmedBy) {
        return new NativeQuery(ACCEPT_AHEAD)
                .with("id", discard.id())
                .with("confirmedBy", confirmedBy)
                .execute()
                .map(settled -> settled > 0);
    }

    private Uni<Discard> request(NativeQuery insert, String reason, String requestedBy) {
        return request(
                insert.with("reason", reason).with("requestedBy", requestedBy), DiscardRepository::nothingToDiscard);
    }

    @Override
    protected String table() {
        return "discard";
    }

    @Override
    protected String columns() {
        return COLUMNS;
    }

    @Override
    protected Discard read(Row row) {
        return Discard.from(row);
    }

    @Override
    protected ProblemException notFound() {
        return Problems.notFound("DISCARD_NOT_FOUND", "This discard request does not exist.");
    }

    @Override
    protected ProblemException closed() {
        return Problems.conflict("DISCARD_CLOSED", "This discard was already confirmed or cancelled.");
    }

    private static ProblemException nothingToDiscard() {
        return Problems.conflict("NOTHING_TO_DISCARD", "The object is not stuck, or a discard of it is already open.");
    }
}
