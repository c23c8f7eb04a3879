package io.zizhi.platform.messaging.outbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import io.zizhi.platform.database.Bookkeeping;
import io.zizhi.platform.observability.tracing.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores the events of a use case in its own transaction: state and events commit together or not at all. {@link
 * Bookkeeping} writes them before the commit, {@link OutboxRelay} publishes them afterwards.
 */
@ApplicationScoped
public class Outbox {

    private final Clock clock;

    Outbox(Clock clock) {
        this.clock = clock;
    }

    /** Adds the event to the current transaction and trace and increments the aggregate's version. */
    public Uni<Void> append(Event event) {
        return appendAll(List.of(event));
    }

    /** Adds several events in their order. They may belong to different aggregates. */
    public Uni<Void> appendAll(List<? extends Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        TraceContext trace = TraceContext.current();
        List<OwedEvents.Appended> appended =
                events.stream().map(event -> appended(event, now, trace)).toList();
        return Bookkeeping.rows(OwedEvents.class, OwedEvents::new)
                .invoke(owed -> owed.add(appended))
                .replaceWithVoid();
    }

    private static OwedEvents.Appended appended(Event event, Instant now, @Nullable TraceContext trace) {
        return new OwedEvents.Appended(
                event.type().topic(),
                event.aggregateId(),
                TimeOrderedId.next(now),
                event.type().typeName(),
                EventJson.write(event),
                now,
                trace);
    }
}
