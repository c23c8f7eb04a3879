package io.zizhi.platform.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.database.Bookkeeping;
import io.zizhi.platform.database.FollowingQuery;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.observability.tracing.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of the inbox: received ids, one cursor per aggregate, held events. */
@ApplicationScoped
class InboxRepository {

    /**
     * The state of an aggregate: its last applied version and whether it is parked.
     *
     * @param known whether the id of the event that moves it is recorded as received
     */
    record Cursor(long lastVersion, boolean parked, boolean known) {

        boolean hasPassed(ReceivedEvent event) {
            return event.aggregateVersion() <= lastVersion;
        }

        boolean mustWaitWith(ReceivedEvent event) {
            return event.mustFollow() && event.aggregateVersion() > lastVersion + 1;
        }
    }

    record Aggregate(String topic, String aggregateId) {}

    /**
     * Facts about an event whose version is already used.
     *
     * @param known its id is recorded as received
     * @param kept it is held here, so it has had no effect
     * @param skipped two operators skipped its version because it was missing
     * @param recent its id would still be stored if it had been received
     * @param outdated its producer's epoch belongs to a database that was since restored from a backup
     */
    record Passed(boolean known, boolean kept, boolean skipped, boolean recent, boolean outdated) {

        /** Returns whether another event with this version was applied. */
        boolean isConflict() {
            return !known && !skipped && (kept || recent || outdated);
        }
    }

    /**
     * The no-op update locks an existing row and returns its latest values. An id that another delivery has recorded
     * while this one waited for the lock is not seen, but the cursor has then passed the event.
     */
    private static final String LOCK_CURSOR = """
            insert into inbox_cursor as known (topic, aggregate_id, last_version) values ($1, $2, 0)
            on conflict (topic, aggregate_id) do update set last_version = known.last_version
            returning last_version, parked_at is not null as parked,
                exists (select from inbox where event_id = $3) as known
            """;

    /**
     * Holds several events of one version. A producer restored from a backup issues a version twice, and neither event
     * may be lost unnoticed.
     */
    private static final String HOLD = """
            insert into held_event(topic, aggregate_id, aggregate_version, event_id, type, occurred_at, payload,
                traceparent, tracestate)
            select cast(:topic as text), cast(:aggregateId as text), cast(:version as bigint), cast(:eventId as uuid),
                cast(:type as text), cast(:occurredAt as timestamptz), cast(:payload as text),
                cast(:traceparent as text), cast(:tracestate as text)
            where (select count(*) from held_event where topic = :topic and aggregate_id = :aggregateId
                     and aggregate_version = :version) < :most
            on conflict do nothing
            """;

    /**
     * The maximum number of held events of one version. A producer is not restored more often than this before an
     * operator intervenes. Later events are not held.
     */
    private static final int MOST_OF_ONE_VERSION = 10;

    private static final String PASSED = """
            select exists (select from inbox where event_id = :eventId) as known,
                exists (select from held_event where topic = :topic and aggregate_id = :aggregateId
                    and aggregate_version = :version and event_id = :eventId) as kept,
                exists (select from discard where kind = 'MISSING_EVENT' and state = 'CARRIED_OUT' and topic = :topic
                    and object_id = :aggregateId and aggregate_version = :version) as skipped,
                cast(:occurredAt as timestamptz) > clock_timestamp() - make_interval(secs => :idsKept) as recent,
                cast(:epoch as bigint) > 0 and exists (
                    select from inbox_producer where topic = :topic and epoch > :epoch) as outdated
            """;

    /** Returns the previously known epoch, or 0. */
    private static final String SEE_EPOCH = """
            with before as (select epoch from inbox_producer where topic = :topic)
            insert into inbox_producer as known (topic, epoch) values (:topic, :epoch)
            on conflict (topic) do update set epoch = greatest(known.epoch, excluded.epoch),
                seen_at = case when excluded.epoch > known.epoch then clock_timestamp() else known.seen_at end
            returning coalesce((select epoch from before), 0)
            """;

    /**
     * Selects the held events that can be applied. An event with a used version comes first, to be dropped or reported
     * as a conflict. On the compacted topic, versions may be missing permanently, so the lowest held event qualifies.
     */
    private static final String MAY_FOLLOW = """
            (h.aggregate_version <= c.last_version + 1 or h.topic = '%s') and c.parked_at is null
            """.formatted(Topics.ACCOUNT);

    private static final String NEXT_HELD = """
            select h.event_id, h.aggregate_version, h.type, h.occurred_at, h.payload, h.traceparent, h.tracestate
            from held_event h join inbox_cursor c using (topic, aggregate_id)
            where h.topic = :topic and h.aggregate_id = :aggregateId
              and\s""" + MAY_FOLLOW + "order by h.aggregate_version, h.held_at limit 1";

    private static final String RELEASABLE = """
            select distinct h.topic, h.aggregate_id
            from held_event h join inbox_cursor c using (topic, aggregate_id)
            where (h.topic, h.aggregate_id) > (:topic, :aggregateId) and\s""" + MAY_FOLLOW + """
            order by h.topic, h.aggregate_id limit :limit
            """;

    private static final String LOCK_PARKED = """
            select h.event_id, h.aggregate_version, h.type, h.occurred_at, h.payload, h.traceparent, h.tracestate
            from inbox_cursor c join held_event h using (topic, aggregate_id)
            where c.topic = :topic and c.aggregate_id = :aggregateId and c.parked_event_id = :eventId
              and h.event_id = :heldId
            for update of c
            """;

    /** Requires a held event behind the gap: without one, no gap has been observed. */
    private static final String SKIP_MISSING = """
            update inbox_cursor c set last_version = :version
            where c.topic = :topic and c.aggregate_id = :aggregateId and c.parked_at is null
              and c.last_version + 1 = :version
              and exists (select 1 from held_event h where h.topic = c.topic and h.aggregate_id = c.aggregate_id)
              and not exists (select 1 from held_event h where h.topic = c.topic and h.aggregate_id = c.aggregate_id
                                and h.aggregate_version <= :version)
            """;

    /**
     * Locks the aggregate's cursor, so that deliveries of one aggregate run one after another. Queries of a reaction may
     * follow without waiting, see {@link FollowingQuery}.
     */
    Uni<Cursor> lockCursor(ReceivedEvent event) {
        return FollowingQuery.row(LOCK_CURSOR, event.topic(), event.aggregateId(), event.eventId())
                .map(row -> new Cursor((Long) row[0], (Boolean) row[1], (Boolean) row[2]));
    }

    /**
     * Records the event's id, moves the cursor to it and deletes held events up to it, together with everything else
     * that the transaction owes. Returns the held event that can be applied next.
     *
     * @param known whether the id is recorded already
     */
    Uni<Optional<ReceivedEvent>> take(ReceivedEvent event, boolean known) {
        return Bookkeeping.rows(OwedReceipt.class, () -> new OwedReceipt(event, known))
                .call(Bookkeeping::settle)
                .chain(receipt -> receipt.isFollowed()
                        ? nextHeld(event.topic(), event.aggregateId())
                        : Uni.createFrom().item(Optional.empty()));
    }

    Uni<Passed> passed(ReceivedEvent event, Duration idsKept) {
        return new NativeQuery(PASSED)
                .with("eventId", event.eventId())
                .with("topic", event.topic())
                .with("aggregateId", event.aggregateId())
                .with("version", event.aggregateVersion())
                .with("occurredAt", event.occurredAt())
                .with("idsKept", (double) idsKept.toSeconds())
                .with("epoch", event.producerEpoch())
                .single(Tuple.class)
                .map(row -> new Passed(
                        row.get("known", Boolean.class),
                        row.get("kept", Boolean.class),
                        row.get("skipped", Boolean.class),
                        row.get("recent", Boolean.class),
                        row.get("outdated", Boolean.class)));
    }

    /**
     * Stores the epoch of the topic's producer unless a later one is known. Returns the previously known epoch, or 0.
     */
    Uni<Long> seeEpoch(String topic, long epoch) {
        return new NativeQuery(SEE_EPOCH)
                .with("topic", topic)
                .with("epoch", epoch)
                .single(Long.class);
    }

    /** Holds the event, unless {@link #MOST_OF_ONE_VERSION} events of its version are held already. */
    Uni<Void> hold(ReceivedEvent event) {
        return hold(event, MOST_OF_ONE_VERSION);
    }

    /** Holds the event that parks the aggregate. The limit of held events per version does not apply. */
    Uni<Void> holdParked(ReceivedEvent event) {
        return hold(event, Integer.MAX_VALUE);
    }

    private static Uni<Void> hold(ReceivedEvent event, int most) {
        TraceContext trace = event.trace();
        return new NativeQuery(HOLD)
                .with("topic", event.topic())
                .with("aggregateId", event.aggregateId())
                .with("version", event.aggregateVersion())
                .with("eventId", event.eventId())
                .with("type", event.typeName())
                .with("occurredAt", event.occurredAt())
                .with("payload", event.payload())
                .with("traceparent", trace == null ? null : trace.traceparent())
                .with("tracestate", trace == null ? null : trace.tracestate())
                .with("most", most)
                .execute()
                .replaceWithVoid();
    }

    /** Deletes the held event; other events of the same version stay. */
    Uni<Void> dropHeld(ReceivedEvent event) {
        return new NativeQuery("""
                                delete from held_event where topic = :topic and aggregate_id = :aggregateId
                                  and aggregate_version = :version and event_id = :eventId
                                """)
                .with("topic", event.topic())
                .with("aggregateId", event.aggregateId())
                .with("version", event.aggregateVersion())
                .with("eventId", event.eventId())
                .execute()
                .replaceWithVoid();
    }

    /** Returns the held event that can be applied next. */
    Uni<Optional<ReceivedEvent>> nextHeld(String topic, String aggregateId) {
        return new NativeQuery(NEXT_HELD)
                .with("topic", topic)
                .with("aggregateId", aggregateId)
                .first(Tuple.class)
                .map(found -> found.map(row -> event(row, topic, aggregateId)));
    }

    /** Returns aggregates with a held event that can be applied, in order, starting after {@code passed}. */
    Uni<List<Aggregate>> releasable(Aggregate passed, int limit) {
        return new NativeQuery(RELEASABLE)
                .with("topic", passed.topic())
                .with("aggregateId", passed.aggregateId())
                .with("limit", limit)
                .list(Tuple.class)
                .map(rows -> rows.stream()
                        .map(row -> new Aggregate(row.get(0, String.class), row.get(1, String.class)))
                        .toList());
    }

    /**
     * Locks the cursor and returns the event at which the aggregate is parked. Empty if it is not parked at that event.
     */
    Uni<Optional<ReceivedEvent>> lockParked(String topic, String aggregateId, UUID eventId) {
        return new NativeQuery(LOCK_PARKED)
                .with("topic", topic)
                .with("aggregateId", aggregateId)
                .with("eventId", eventId)
                .with("heldId", eventId)
                .first(Tuple.class)
                .map(found -> found.map(row -> event(row, topic, aggregateId)));
    }

    Uni<Boolean> skipMissing(String topic, String aggregateId, long version) {
        return new NativeQuery(SKIP_MISSING)
                .with("topic", topic)
                .with("aggregateId", aggregateId)
                .with("version", version)
                .execute()
                .map(rows -> rows == 1);
    }

    Uni<Void> park(ReceivedEvent event, String cause) {
        return new NativeQuery("""
                                update inbox_cursor set parked_at = clock_timestamp(), parked_event_id = :eventId,
                                    parked_cause = :cause
                                where topic = :topic and aggregate_id = :aggregateId
                                """)
                .with("eventId", event.eventId())
                .with("cause", cause)
                .with("topic", event.topic())
                .with("aggregateId", event.aggregateId())
                .execute()
                .replaceWithVoid();
    }

    Uni<Boolean> unpark(String topic, String aggregateId) {
        return new NativeQuery("""
                                update inbox_cursor set parked_at = null, parked_event_id = null, parked_cause = null
                                where topic = :topic and aggregate_id = :aggregateId and parked_at is not null
                                """)
                .with("topic", topic)
                .with("aggregateId", aggregateId)
                .execute()
                .map(rows -> rows == 1);
    }

    private static ReceivedEvent event(Tuple row, String topic, String aggregateId) {
        return new ReceivedEvent(
                row.get("event_id", UUID.class),
                topic,
                aggregateId,
                row.get("aggregate_version", Long.class),
                row.get("type", String.class),
                instant(row.get("occurred_at")),
                row.get("payload", String.class),
                ReceivedEvent.NO_EPOCH,
                TraceContext.stored(
                        row.get(TraceContext.TRACEPARENT, String.class),
                        row.get(TraceContext.TRACESTATE, String.class)));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
