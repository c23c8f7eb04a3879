package io.zizhi.review.sla.settings;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.FollowingQuery;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.PolicyAllocation;
import io.zizhi.review.sla.settings.VersionedSetting.Column;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The clock's versioned settings and the lock on them. Reading needs a session, locking needs a transaction. */
@ApplicationScoped
public class ClockDataRepository {

    private static final VersionedSetting<ClockPolicy> POLICIES = new VersionedSetting<>(
            "policy",
            "clock_policy",
            new Column<>("name", "text", ClockPolicy::name),
            List.of(new Column<>("definition", "jsonb", ClockJson::write)),
            row -> ClockJson.policy(row.text("definition")));

    private static final VersionedSetting<CalendarYear> YEARS = new VersionedSetting<>(
            "year",
            "clock_calendar",
            new Column<>("year", "integer", year -> Integer.toString(year.year())),
            List.of(
                    new Column<>("source", "text", CalendarYear::source),
                    new Column<>("arrangement", "jsonb", year -> ClockJson.write(year.arrangement()))),
            row -> new CalendarYear(
                    Integer.parseInt(row.text("year")),
                    row.text("source"),
                    ClockJson.arrangement(row.text("arrangement"))));

    private static final VersionedSetting<PolicyAllocation> ALLOCATION = new VersionedSetting<>(
            "allocation",
            "clock_allocation",
            null,
            List.of(new Column<>("rules", "jsonb", ClockJson::write)),
            row -> ClockJson.allocation(row.text("rules")));

    private static final String LOCK = "hashtextextended('zizhi.clock-data', 0)";

    /** The newest revision, and the database time at which it was read. */
    record Newest(long revision, Instant at) {}

    /** Policies by name. */
    public VersionedSetting<ClockPolicy> policies() {
        return POLICIES;
    }

    /** Returns the calendar by year. */
    public VersionedSetting<CalendarYear> years() {
        return YEARS;
    }

    /** Returns the policy allocation. There is only one. */
    public VersionedSetting<PolicyAllocation> allocation() {
        return ALLOCATION;
    }

    /**
     * Locks the clock's data against changes until the end of the transaction. Reviews can still be opened. A query may
     * follow without waiting, see {@link FollowingQuery}; it then reads with the lock held.
     */
    Uni<Void> lockShared() {
        return FollowingQuery.row("select 1 where pg_advisory_xact_lock_shared(" + LOCK + ") is not null")
                .replaceWithVoid();
    }

    /** Locks the clock's data for a change. Waits until no review is being opened. */
    public Uni<Void> lockForChange() {
        return FollowingQuery.row("select 1 where pg_advisory_xact_lock(" + LOCK + ") is not null")
                .replaceWithVoid();
    }

    /** Returns the newest revision and the database time. */
    Uni<Newest> newest() {
        return new NativeQuery(
                        "select coalesce(max(revision), 0) as revision, clock_timestamp() as now from clock_revision")
                .rows()
                .map(rows -> new Newest(
                        rows.getFirst().number("revision"), rows.getFirst().instant("now")));
    }
}
