package io.zizhi.platform.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import io.zizhi.platform.tracing.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Where a use case puts the events it causes, in its own transaction: state and event are committed together or not at
 * all. {@link OutboxRelay} publishes them afterwards.
 */
@ApplicationScoped
public class Outbox {

    /**
     * The row of {@code outbox_stream} is the aggregate's lock: whoever appends next waits for this transaction, so that
     * the versions of an aggregate are committed in their order and without a gap.
     */
    private static final String APPEND = """
            with stream as (
                insert into outbox_stream(topic, aggregate_id, version) values (:topic, :aggregateId, 1)
                on conflict (topic, aggregate_id) do update set version = outbox_stream.version + 1
                returning version)
            insert into outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at,
                traceparent, tracestate)
            select :eventId, :topic, :aggregateId, stream.version, :type, :payload, :occurredAt,
                :traceparent, :tracestate from stream
            """;

    private final Clock clock;

    @Inject
    Outbox(Clock clock) {
        this.clock = clock;
    }

    /** Adds the event to the current transaction and trace, and raises the aggregate's version. */
    public Uni<Void> append(Event event) {
        Instant now = clock.instant();
        TraceContext trace = TraceContext.current();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(APPEND)
                        .setParameter("eventId", TimeOrderedId.next(now))
                        .setParameter("topic", event.type().topic())
                        .setParameter("aggregateId", event.aggregateId())
                        .setParameter("type", event.type().typeName())
                        .setParameter("payload", EventJson.write(event))
                        .setParameter("occurredAt", now.atOffset(ZoneOffset.UTC))
                        .setParameter("traceparent", trace == null ? null : trace.traceparent())
                        .setParameter("tracestate", trace == null ? null : trace.tracestate())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Adds several events, in their order. */
    public Uni<Void> appendAll(List<? extends Event> events) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (Event event : events) {
            chain = chain.chain(() -> append(event));
        }
        return chain;
    }
}
