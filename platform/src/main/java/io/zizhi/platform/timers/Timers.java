package io.zizhi.platform.timers;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.observability.tracing.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Arms and cancels timers in the caller's transaction. */
@ApplicationScoped
public class Timers {

    private static final String ARM = """
            insert into timer(owner_type, owner_id, kind, cycle, due_at, state, traceparent)
            select cast(:ownerType as text), owner_id, kind, cast(:cycle as integer), due_at, 'ARMED',
                cast(:traceparent as text)
            from unnest(cast(:ownerIds as bigint[]), cast(:kinds as text[]), cast(cast(:dueAt as text[]) as timestamptz[]))
                as armed(owner_id, kind, due_at)
            """;

    private static final String NEXT_CYCLE = """
            select coalesce(max(cycle), 0) + 1 from timer where owner_type = :ownerType and owner_id = :ownerId
            """;

    private static final String CANCEL_ALL = """
            update timer set state = 'CANCELLED'
            where owner_type = :ownerType and owner_id = :ownerId and state = 'ARMED'
            """;

    /** Arms a timer. Owner, kind and cycle are unique together; arming the same combination again fails. */
    public Uni<Void> arm(String ownerType, long ownerId, String kind, int cycle, Instant dueAt) {
        return armAll(ownerType, ownerId, cycle, Map.of(kind, dueAt));
    }

    /** Arms several timers of one owner, each kind at its instant, in one statement; see {@link #arm}. */
    public Uni<Void> armAll(String ownerType, long ownerId, int cycle, Map<String, Instant> dueAt) {
        return armAll(ownerType, cycle, Map.of(ownerId, dueAt));
    }

    /** Arms several timers of several owners, each kind at its instant, in one statement; see {@link #arm}. */
    public Uni<Void> armAll(String ownerType, int cycle, Map<Long, Map<String, Instant>> dueAtOfOwners) {
        List<Armed> armed = dueAtOfOwners.entrySet().stream()
                .flatMap(owner -> owner.getValue().entrySet().stream()
                        .map(timer -> new Armed(owner.getKey(), timer.getKey(), timer.getValue())))
                .toList();
        TraceContext trace = TraceContext.current();
        return new NativeQuery(ARM)
                .with("ownerType", ownerType)
                .with("ownerIds", armed.stream().map(Armed::ownerId).toArray(Long[]::new))
                .with("kinds", armed.stream().map(Armed::kind).toArray(String[]::new))
                .with("cycle", cycle)
                .with(
                        "dueAt",
                        armed.stream().map(each -> each.dueAt().toString()).toArray(String[]::new))
                .with("traceparent", trace == null ? null : trace.traceparent())
                .execute()
                .replaceWithVoid();
    }

    /** Returns the owner's next unused cycle number. */
    public Uni<Integer> nextCycle(String ownerType, long ownerId) {
        return new NativeQuery(NEXT_CYCLE)
                .with("ownerType", ownerType)
                .with("ownerId", ownerId)
                .single(Integer.class);
    }

    private record Armed(long ownerId, String kind, Instant dueAt) {}

    public Uni<Void> cancelAll(String ownerType, long ownerId) {
        return new NativeQuery(CANCEL_ALL)
                .with("ownerType", ownerType)
                .with("ownerId", ownerId)
                .execute()
                .replaceWithVoid();
    }
}
