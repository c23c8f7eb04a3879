package io.zizhi.platform.timers;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.observability.tracing.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

/** Reads due timers by the partial index on {@code due_at} and marks them as fired. */
@ApplicationScoped
class TimerRepository {

    /** The key of a timer within its kind of owner, and its position in the order of due instants. */
    record Due(Instant dueAt, long ownerId, String kind, int cycle) {

        /** The position before all timers. */
        static final Due START = new Due(Instant.parse("0001-01-01T00:00:00Z"), Long.MIN_VALUE, "", 0);
    }

    static final String DUE = """
            select due_at, owner_id, kind, cycle from timer
            where state = 'ARMED' and owner_type = :ownerType and due_at <= :now
              and (due_at, owner_id, kind, cycle) > (:passedAt, :passedOwner, :passedKind, :passedCycle)
            order by due_at, owner_id, kind, cycle limit :limit
            """;

    /**
     * Fires all due timers of the owners, not only those that the sweep has found. An earlier timer must not fire after
     * a later one; the sweep may have skipped it while its owner was locked. The {@code case} makes the planner search
     * by owner and never through all due timers.
     */
    static final String FIRE = """
            update timer set state = 'FIRED', fired_at = :now
            from unnest(cast(:owners as bigint[])) as locked(id)
            where owner_type = :ownerType and owner_id = id
              and case when state = 'ARMED' then due_at <= :now else false end
            returning owner_id, kind, cycle, due_at, traceparent
            """;

    /** Records the jump unless it is recorded already. Returns whether an operator has released it. */
    private static final String RECORD_JUMP = """
            with same as (
                select released_at from timer_clock_jump
                where sequence > :known and abs(seconds - cast(:seconds as bigint)) <= :tolerance),
            recorded as (
                insert into timer_clock_jump(seconds)
                select cast(:seconds as bigint) where not exists (select from same))
            select exists (select from same where released_at is not null)
            """;

    /** Returns due timers after {@code passed}, earliest first; one owner may appear several times. */
    Uni<List<Due>> due(String ownerType, Instant now, Due passed, int limit) {
        return new NativeQuery(DUE)
                .with("ownerType", ownerType)
                .with("now", now)
                .with("passedAt", passed.dueAt())
                .with("passedOwner", passed.ownerId())
                .with("passedKind", passed.kind())
                .with("passedCycle", passed.cycle())
                .with("limit", limit)
                .list(Tuple.class)
                .map(rows -> rows.stream()
                        .map(row -> new Due(
                                instant(row.get("due_at")),
                                row.get("owner_id", Long.class),
                                row.get("kind", String.class),
                                row.get("cycle", Integer.class)))
                        .toList());
    }

    /**
     * Marks all due timers of these owners as fired and returns them by owner and due instant. Timers cancelled or
     * postponed meanwhile are excluded.
     *
     * @param owners locked, without duplicates
     */
    Uni<List<FiredTimer>> fire(String ownerType, List<Long> owners, Instant now) {
        return new NativeQuery(FIRE)
                .with("ownerType", ownerType)
                .with("now", now)
                .with("owners", owners.toArray(Long[]::new))
                .list(Tuple.class)
                .map(rows -> rows.stream()
                        .map(TimerRepository::timer)
                        .sorted(Comparator.comparingLong(FiredTimer::ownerId)
                                .thenComparing(FiredTimer::dueAt)
                                .thenComparing(FiredTimer::kind))
                        .toList());
    }

    /** Returns the sequence number of the latest recorded clock jump, or 0 if there is none. */
    Uni<Long> newestJump() {
        return new NativeQuery("select coalesce(max(sequence), 0) from timer_clock_jump").single(Long.class);
    }

    /**
     * Records a jump that stopped this process's sweeps, unless it is recorded already. Returns true if an operator
     * released it.
     */
    Uni<Boolean> recordJump(ClockJumpGuard.Jump jump) {
        return new NativeQuery(RECORD_JUMP)
                .with("known", jump.known())
                .with("seconds", jump.seconds())
                .with("tolerance", ClockJumpGuard.TOLERANCE.toSeconds())
                .single(Boolean.class);
    }

    private static FiredTimer timer(Tuple row) {
        return new FiredTimer(
                row.get("owner_id", Long.class),
                row.get("kind", String.class),
                row.get("cycle", Integer.class),
                instant(row.get("due_at")),
                TraceContext.stored(row.get(TraceContext.TRACEPARENT, String.class), null));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
