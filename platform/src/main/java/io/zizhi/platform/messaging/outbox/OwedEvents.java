package io.zizhi.platform.messaging.outbox;

import io.zizhi.platform.database.OwedRows;
import io.zizhi.platform.observability.tracing.TraceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The events that a transaction has appended, in their order. */
final class OwedEvents implements OwedRows {

    /** An event without its number, which the aggregate's row gives. */
    record Appended(
            String topic,
            String aggregateId,
            UUID eventId,
            String type,
            String payload,
            Instant occurredAt,
            @Nullable TraceContext trace) {}

    /**
     * Locks the aggregate's row in {@code outbox_stream}, so that the next append waits for this transaction. Versions
     * of an aggregate therefore commit in order and without gaps. Several aggregates are locked in a fixed order, and
     * sequence numbers follow the order of the events.
     */
    private static final String APPEND = """
            event as (
                select topic, aggregate_id, event_id, type, payload, occurred_at, traceparent, tracestate, position
                from unnest(cast(? as text[]), cast(? as text[]), cast(? as uuid[]), cast(? as text[]),
                    cast(? as text[]), cast(? as timestamptz[]), cast(? as text[]), cast(? as text[]))
                    with ordinality as e(topic, aggregate_id, event_id, type, payload, occurred_at, traceparent,
                        tracestate, position)),
            stream as (
                insert into outbox_stream as known (topic, aggregate_id, version)
                select topic, aggregate_id, count(*) from event group by topic, aggregate_id
                order by topic, aggregate_id
                on conflict (topic, aggregate_id) do update set version = known.version + excluded.version
                returning topic, aggregate_id, version),
            appended as (
                insert into outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at,
                    traceparent, tracestate)
                select event_id, topic, aggregate_id,
                    version + 1 - row_number() over (partition by topic, aggregate_id order by position desc),
                    type, payload, occurred_at, traceparent, tracestate
                from event join stream using (topic, aggregate_id)
                order by position
                returning 1)""";

    private final List<Appended> events = new ArrayList<>();

    void add(List<Appended> appended) {
        events.addAll(appended);
    }

    @Override
    public Place place() {
        return Place.EVENTS;
    }

    @Override
    public boolean isEmpty() {
        return events.isEmpty();
    }

    @Override
    public String queries() {
        return APPEND;
    }

    @Override
    public List<Object> parameters() {
        return List.of(
                texts(Appended::topic),
                texts(Appended::aggregateId),
                events.stream().map(Appended::eventId).toArray(UUID[]::new),
                texts(Appended::type),
                texts(Appended::payload),
                events.stream()
                        .map(event -> event.occurredAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new),
                texts(event -> event.trace() == null ? null : event.trace().traceparent()),
                texts(event -> event.trace() == null ? null : event.trace().tracestate()));
    }

    private @Nullable String[] texts(Function<Appended, @Nullable String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }

    @Override
    public String result() {
        return "(select count(*) from appended)";
    }

    @Override
    public void written(long result) {
        OwedRows.requireAll(result, events.size());
    }
}
