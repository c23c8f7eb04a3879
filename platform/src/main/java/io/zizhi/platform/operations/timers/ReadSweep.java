package io.zizhi.platform.operations.timers;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.operations.TimerOwners;
import io.zizhi.platform.timers.ClockJumpGuard;
import io.zizhi.platform.timers.LastSweeps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts armed and due timers, and reports whether the sweeps run. */
@ApplicationScoped
public class ReadSweep {

    private static final String COUNT = """
            select owner.type as owner_type, count(t.due_at) as armed,
                   count(*) filter (where t.due_at <= statement_timestamp()) as due,
                   count(*) filter (where t.due_at < statement_timestamp() - interval '5 seconds') as overdue,
                   min(t.due_at) filter (where t.due_at <= statement_timestamp()) as oldest,
                   min(t.due_at) filter (where t.due_at > statement_timestamp()) as next
            from unnest(cast(:ownerTypes as text[])) as owner(type)
            left join timer t on t.owner_type = owner.type and t.state = 'ARMED'
            group by owner.type order by owner.type
            """;

    private static final String JUMPS =
            "select seconds, seen_at, released_at from timer_clock_jump order by sequence desc limit 10";

    private final TimerOwners owners;
    private final ClockJumpGuard guard;
    private final LastSweeps sweeps;

    ReadSweep(TimerOwners owners, ClockJumpGuard guard, LastSweeps sweeps) {
        this.owners = owners;
        this.guard = guard;
        this.sweeps = sweeps;
    }

    @WithSession
    Uni<SweepView> read() {
        return timers().chain(timers -> jumps().map(jumps -> SweepView.from(timers, guard.state(), jumps)));
    }

    private Uni<List<SweepView.OwnerTimers>> timers() {
        return new NativeQuery(COUNT)
                .with("ownerTypes", owners.types())
                .rows()
                .map(rows -> rows.stream().map(this::owner).toList());
    }

    private static Uni<List<SweepView.ClockJump>> jumps() {
        return new NativeQuery(JUMPS)
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new SweepView.ClockJump(
                                row.number("seconds"), row.instant("seen_at"), row.instantOrNull("released_at")))
                        .toList());
    }

    private SweepView.OwnerTimers owner(Row row) {
        return new SweepView.OwnerTimers(
                row.text("owner_type"),
                row.number("armed"),
                row.number("due"),
                row.number("overdue"),
                row.instantOrNull("oldest"),
                row.instantOrNull("next"),
                sweeps.of(row.text("owner_type")));
    }
}
