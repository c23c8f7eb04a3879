package io.zizhi.review.sla.settings;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.operations.NativeQuery;
import io.zizhi.platform.operations.Row;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.PolicyAllocation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads and adds versions. Reading needs a session, adding needs a transaction. */
@ApplicationScoped
public class ClockDataRepository {

    private static final String POLICIES = """
            select p.name, p.version, p.revision, cast(p.definition as text) as definition, r.changed_by, r.changed_at
            from clock_policy p join clock_revision r using (revision)
            """;

    private static final String YEARS = """
            select c.year, c.version, c.revision, c.source, cast(c.arrangement as text) as arrangement, r.changed_by,
                   r.changed_at
            from clock_calendar c join clock_revision r using (revision)
            """;

    private static final String ADD_POLICY = """
            with changed as (
                insert into clock_revision(revision, changed_by)
                select max(revision) + 1, :changedBy from clock_revision returning revision)
            insert into clock_policy(name, version, revision, definition)
            select :name, cast(:version as integer), revision, cast(cast(:definition as text) as jsonb) from changed
            """;

    private static final String ADD_YEAR = """
            with changed as (
                insert into clock_revision(revision, changed_by)
                select max(revision) + 1, :changedBy from clock_revision returning revision)
            insert into clock_calendar(year, version, revision, source, arrangement)
            select cast(:year as integer), cast(:version as integer), revision, :source,
                   cast(cast(:arrangement as text) as jsonb)
            from changed
            """;

    private static final String ALLOCATIONS = """
            select a.version, a.revision, cast(a.rules as text) as rules, r.changed_by, r.changed_at
            from clock_allocation a join clock_revision r using (revision)
            """;

    private static final String ADD_ALLOCATION = """
            with changed as (
                insert into clock_revision(revision, changed_by)
                select max(revision) + 1, :changedBy from clock_revision returning revision)
            insert into clock_allocation(version, revision, rules)
            select cast(:version as integer), revision, cast(cast(:rules as text) as jsonb) from changed
            """;

    /** The newest revision, and the database time at which it was read. */
    record Newest(long revision, Instant at) {}

    /** Locks the clock's data against changes until the end of the transaction. Reviews can still be opened. */
    Uni<Void> lockShared() {
        return lock("pg_advisory_xact_lock_shared");
    }

    /** Locks the clock's data for a change. Waits until no review is being opened. */
    public Uni<Void> lockForChange() {
        return lock("pg_advisory_xact_lock");
    }

    /** Returns the newest revision and the database time. */
    Uni<Newest> newest() {
        return new NativeQuery(
                        "select coalesce(max(revision), 0) as revision, clock_timestamp() as now from clock_revision")
                .rows()
                .map(rows -> new Newest(
                        rows.getFirst().number("revision"), rows.getFirst().instant("now")));
    }

    /** Returns each policy as of the revision. */
    public Uni<List<Version<ClockPolicy>>> policies(long revision) {
        return new NativeQuery(POLICIES)
                .where("p.version = (select max(o.version) from clock_policy o where o.name = p.name"
                        + " and o.revision <= :revision)")
                .with("revision", revision)
                .then("order by p.name")
                .rows()
                .map(rows -> rows.stream().map(ClockDataRepository::policy).toList());
    }

    /** Returns all versions of a policy, the newest first. */
    public Uni<List<Version<ClockPolicy>>> versionsOf(String policy) {
        return new NativeQuery(POLICIES)
                .where("p.name = :name", "name", policy)
                .then("order by p.version desc")
                .rows()
                .map(rows -> rows.stream().map(ClockDataRepository::policy).toList());
    }

    /** Returns each loaded year as of the revision. */
    public Uni<List<Version<CalendarYear>>> years(long revision) {
        return new NativeQuery(YEARS)
                .where("c.version = (select max(o.version) from clock_calendar o where o.year = c.year"
                        + " and o.revision <= :revision)")
                .with("revision", revision)
                .then("order by c.year")
                .rows()
                .map(rows -> rows.stream().map(ClockDataRepository::year).toList());
    }

    /** Returns all versions of a year, the newest first. */
    public Uni<List<Version<CalendarYear>>> versionsOf(int year) {
        return new NativeQuery(YEARS)
                .where("c.year = :year", "year", year)
                .then("order by c.version desc")
                .rows()
                .map(rows -> rows.stream().map(ClockDataRepository::year).toList());
    }

    /** Returns the policy allocation as of the revision; empty where it has none. */
    public Uni<Optional<Version<PolicyAllocation>>> allocation(long revision) {
        return new NativeQuery(ALLOCATIONS)
                .where("a.revision <= :revision", "revision", revision)
                .then("order by a.version desc limit 1")
                .first()
                .map(found -> found.map(ClockDataRepository::allocation));
    }

    /** Returns all versions of the policy allocation, the newest first. */
    public Uni<List<Version<PolicyAllocation>>> allocations() {
        return new NativeQuery(ALLOCATIONS)
                .then("order by a.version desc")
                .rows()
                .map(rows -> rows.stream().map(ClockDataRepository::allocation).toList());
    }

    /** Adds a version of a policy and a new revision. */
    public Uni<Void> add(ClockPolicy policy, int version, String changedBy) {
        return new NativeQuery(ADD_POLICY)
                .with("changedBy", changedBy)
                .with("name", policy.name())
                .with("version", version)
                .with("definition", ClockJson.write(policy))
                .execute()
                .replaceWithVoid();
    }

    /** Adds a version of a year and a new revision. */
    public Uni<Void> add(CalendarYear year, int version, String changedBy) {
        return new NativeQuery(ADD_YEAR)
                .with("changedBy", changedBy)
                .with("year", year.year())
                .with("version", version)
                .with("source", year.source())
                .with("arrangement", ClockJson.write(year.arrangement()))
                .execute()
                .replaceWithVoid();
    }

    /** Adds a version of the policy allocation and a new revision. */
    public Uni<Void> add(PolicyAllocation allocation, int version, String changedBy) {
        return new NativeQuery(ADD_ALLOCATION)
                .with("changedBy", changedBy)
                .with("version", version)
                .with("rules", ClockJson.write(allocation))
                .execute()
                .replaceWithVoid();
    }

    private static Uni<Void> lock(String function) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 where " + function + "(hashtextextended('zizhi.clock-data', 0)) is not null",
                                Integer.class)
                        .getResultList())
                .replaceWithVoid();
    }

    private static Version<ClockPolicy> policy(Row row) {
        return version(row, ClockJson.policy(row.text("definition")));
    }

    private static Version<PolicyAllocation> allocation(Row row) {
        return version(row, ClockJson.allocation(row.text("rules")));
    }

    private static Version<CalendarYear> year(Row row) {
        return version(
                row,
                new CalendarYear(
                        (int) row.number("year"), row.text("source"), ClockJson.arrangement(row.text("arrangement"))));
    }

    private static <T> Version<T> version(Row row, T content) {
        return new Version<>(
                (int) row.number("version"),
                row.number("revision"),
                row.text("changed_by"),
                row.instant("changed_at"),
                content);
    }
}
