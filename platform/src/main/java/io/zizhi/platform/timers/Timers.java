package io.zizhi.platform.timers;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.Bookkeeping;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.observability.tracing.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Arms, cancels and fires timers in the caller's transaction. {@link Bookkeeping} writes armed and cancelled timers before
 * the commit.
 */
@ApplicationScoped
public class Timers {

    private static final String NEXT_CYCLE = """
            select coalesce(max(cycle), 0) + 1 from timer where owner_type = :ownerType and owner_id = :ownerId
            """;

    private final TimerRepository repository;
    private final ClockJumpGuard guard;

    Timers(TimerRepository repository, ClockJumpGuard guard) {
        this.repository = repository;
        this.guard = guard;
    }

    /** Arms a timer. Owner, kind and cycle are unique together; arming the same combination again fails. */
    public Uni<Void> arm(String ownerType, long ownerId, String kind, int cycle, Instant dueAt) {
        return armAll(ownerType, ownerId, cycle, Map.of(kind, dueAt));
    }

    /** Arms several timers of one owner, each kind at its instant; see {@link #arm}. */
    public Uni<Void> armAll(String ownerType, long ownerId, int cycle, Map<String, Instant> dueAt) {
        return armAll(ownerType, cycle, Map.of(ownerId, dueAt));
    }

    /** Arms several timers of several owners, each kind at its instant; see {@link #arm}. */
    public Uni<Void> armAll(String ownerType, int cycle, Map<Long, Map<String, Instant>> dueAtOfOwners) {
        TraceContext trace = TraceContext.current();
        List<OwedTimers.Armed> armed = dueAtOfOwners.entrySet().stream()
                .flatMap(owner -> owner.getValue().entrySet().stream()
                        .map(timer -> new OwedTimers.Armed(
                                new OwedTimers.Owner(ownerType, owner.getKey()),
                                timer.getKey(),
                                cycle,
                                timer.getValue(),
                                "ARMED",
                                trace)))
                .toList();
        return owed().invoke(owed -> owed.arm(armed)).replaceWithVoid();
    }

    /** Returns the owner's next unused cycle number. */
    public Uni<Integer> nextCycle(String ownerType, long ownerId) {
        return owed().chain(owed -> new NativeQuery(NEXT_CYCLE)
                .with("ownerType", ownerType)
                .with("ownerId", ownerId)
                .single(Integer.class)
                .map(next -> Math.max(next, owed.lastCycle(new OwedTimers.Owner(ownerType, ownerId)) + 1)));
    }

    public Uni<Void> cancelAll(String ownerType, long ownerId) {
        return owed().invoke(owed -> owed.cancel(new OwedTimers.Owner(ownerType, ownerId)))
                .replaceWithVoid();
    }

    /**
     * Fires the due timers of one owner ahead of the sweep, for a caller that is about to cancel them. Lock the owner
     * first. Fires none while the sweeps are stopped.
     *
     * @param now database time
     * @return the fired timers by due instant
     */
    public Uni<List<FiredTimer>> fireDue(String ownerType, long ownerId, Instant now) {
        return guard.state().jump() == null
                ? repository.fire(ownerType, List.of(ownerId), now)
                : Uni.createFrom().item(List.of());
    }

    private static Uni<OwedTimers> owed() {
        return Bookkeeping.rows(OwedTimers.class, OwedTimers::new);
    }
}
