package io.zizhi.platform.messaging.outbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.observability.tracing.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Stores the events of a use case in its own transaction: state and events commit together or not at all. {@link
 * OutboxRelay} publishes them afterwards.
 */
@ApplicationScoped
public class Outbox {

    /**
     * Locks the aggregate's row in {@code outbox_stream}, so that the next append waits for this transaction. Versions
     * of an aggregate therefore commit in order and without gaps. Several aggregates are locked in a fixed order, and
     * sequence numbers follow the order of the events.
     */
    private static final String APPEND = """
            with event as (
                select topic, aggregate_id, event_id, type, payload, position
                from unnest(cast(:topics as text[]), cast(:aggregateIds as text[]), cast(:eventIds as text[]),
                    cast(:types as text[]), cast(:payloads as text[]))
                    with ordinality as e(topic, aggregate_id, event_id, type, payload, position)),
            stream as (
                insert into outbox_stream as known (topic, aggregate_id, version)
                select topic, aggregate_id, count(*) from event group by topic, aggregate_id
                order by topic, aggregate_id
                on conflict (topic, aggregate_id) do update set version = known.version + excluded.version
                returning topic, aggregate_id, version)
            insert into outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at,
                traceparent, tracestate)
            select cast(event_id as uuid), topic, aggregate_id,
                version + 1 - row_number() over (partition by topic, aggregate_id order by position desc),
                type, payload, cast(:occurredAt as timestamptz),
                cast(:traceparent as text), cast(:tracestate as text)
            from event join stream using (topic, aggregate_id)
            order by position
            """;

    private final Clock clock;

    Outbox(Clock clock) {
        this.clock = clock;
    }

    /** Adds the event to the current transaction and trace and increments the aggregate's version. */
    public Uni<Void> append(Event event) {
        return appendAll(List.of(event));
    }

    /** Adds several events in their order, in one statement. They may belong to different aggregates. */
    public Uni<Void> appendAll(List<? extends Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        TraceContext trace = TraceContext.current();
        return new NativeQuery(APPEND)
                .with("topics", texts(events, event -> event.type().topic()))
                .with("aggregateIds", texts(events, Event::aggregateId))
                .with("eventIds", texts(events, event -> TimeOrderedId.next(now).toString()))
                .with("types", texts(events, event -> event.type().typeName()))
                .with("payloads", texts(events, EventJson::write))
                .with("occurredAt", now)
                .with("traceparent", trace == null ? null : trace.traceparent())
                .with("tracestate", trace == null ? null : trace.tracestate())
                .execute()
                .replaceWithVoid();
    }

    private static String[] texts(List<? extends Event> events, Function<Event, String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }
}
