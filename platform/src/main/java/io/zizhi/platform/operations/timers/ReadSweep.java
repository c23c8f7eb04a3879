package io.zizhi.platform.operations.timers;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.operations.NativeQuery;
import io.zizhi.platform.operations.Row;
import io.zizhi.platform.operations.TimerOwners;
import io.zizhi.platform.timers.ClockJumpGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts what is armed and due, and tells whether the sweeps run. */
@ApplicationScoped
public class ReadSweep {

    private static final String COUNT = """
            select owner.type as owner_type, count(t.due_at) as armed,
                   count(*) filter (where t.due_at <= statement_timestamp()) as due,
                   count(*) filter (where t.due_at < statement_timestamp() - interval '5 seconds') as overdue,
                   min(t.due_at) as oldest
            from unnest(cast(:ownerTypes as text[])) as owner(type)
            left join timer t on t.owner_type = owner.type and t.state = 'ARMED'
            group by owner.type order by owner.type
            """;

    private final TimerOwners owners;
    private final ClockJumpGuard guard;

    @Inject
    ReadSweep(TimerOwners owners, ClockJumpGuard guard) {
        this.owners = owners;
        this.guard = guard;
    }

    @WithSession
    Uni<SweepView> read() {
        return new NativeQuery(COUNT)
                .with("ownerTypes", owners.types())
                .rows()
                .map(rows -> SweepView.from(rows.stream().map(ReadSweep::owner).toList(), guard.state()));
    }

    private static SweepView.OwnerTimers owner(Row row) {
        return new SweepView.OwnerTimers(
                row.text("owner_type"),
                row.number("armed"),
                row.number("due"),
                row.number("overdue"),
                row.instantOrNull("oldest"));
    }
}
