package io.zizhi.platform.timers;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.tracing.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

/** Arms and cancels timers in the transaction of the change that wants it. */
@ApplicationScoped
public class Timers {

    private static final String ARM = """
            insert into timer(owner_type, owner_id, kind, cycle, due_at, state, traceparent)
            values (:ownerType, :ownerId, :kind, :cycle, :dueAt, 'ARMED', :traceparent)
            """;

    private static final String CANCEL_ALL = """
            update timer set state = 'CANCELLED'
            where owner_type = :ownerType and owner_id = :ownerId and state = 'ARMED'
            """;

    /** Arms a timer. Owner, kind and cycle are unique together; arming the same again fails. */
    public Uni<Void> arm(String ownerType, long ownerId, String kind, int cycle, Instant dueAt) {
        TraceContext trace = TraceContext.current();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ARM)
                        .setParameter("ownerType", ownerType)
                        .setParameter("ownerId", ownerId)
                        .setParameter("kind", kind)
                        .setParameter("cycle", cycle)
                        .setParameter("dueAt", dueAt.atOffset(ZoneOffset.UTC))
                        .setParameter("traceparent", trace == null ? null : trace.traceparent())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Cancels all armed timers of the owner. */
    public Uni<Void> cancelAll(String ownerType, long ownerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CANCEL_ALL)
                        .setParameter("ownerType", ownerType)
                        .setParameter("ownerId", ownerId)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
