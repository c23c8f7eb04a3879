package io.zizhi.bench;

import io.zizhi.bench.peer.DbSchedulerPeer;
import io.zizhi.bench.site.Figures;
import io.zizhi.bench.site.Json;
import io.zizhi.bench.site.OpenReviews;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.site.Site;
import io.zizhi.bench.site.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how many due review timers per second a running review-service fires, with flag and event, while a million
 * others are armed. Also measures how late timers fire that are evenly spread. A burst runs from the commit that armed
 * it until none of its timers is due any more. Lateness is measured from the due instant until the event is marked as
 * sent. One peer is db-scheduler with as many armed and due tasks. The other is a plain connection that changes the
 * same rows in statements of five hundred.
 */
final class TimerBench {

    private static final String SERVICE = "review-service";
    private static final int ARMED = 1_000_000;
    private static final int BURST = Integer.getInteger("bench.burst", 100_000);
    private static final int WARM_UP = 25_000;
    private static final int ROUNDS = 3;
    private static final int EVEN_PER_SECOND = 1_000;
    private static final int EVEN_SECONDS = 40;
    private static final int PEER_BATCH = 500;
    private static final int PEER_ROUNDS = 2;

    /** Arms timers that belong to no review and are due long after the measurement. */
    static final String ARM_FOR_LATER = """
            insert into timer(owner_type, owner_id, kind, cycle, due_at, state)
            select 'review', 8000000000 + i / 3, (array['WARN', 'BREACH', 'ESCALATE'])[1 + i % 3], 1,
                clock_timestamp() + interval '1 day' + i * interval '1 second', 'ARMED'
            from generate_series(0, ? - 1) i
            on conflict do nothing
            """;

    static final String ARM = """
            insert into timer(owner_type, owner_id, kind, cycle, due_at, state)
            select ?, ? + i, 'WARN', 1, clock_timestamp() + i * ? * interval '1 second', 'ARMED'
            from generate_series(0, ? - 1) i
            """;

    static final String DUE = """
            select count(*) from (select from timer where state = 'ARMED' and owner_type = 'review'
                and owner_id between ? and ? limit 1) one
            """;

    private static final String LATENESS = """
            select extract(epoch from o.sent_at - t.due_at) * 1000 from timer t
            join outbox o on o.topic = 'zizhi.review.v1' and o.aggregate_id = cast(t.owner_id as text)
            where t.owner_type = 'review' and t.owner_id between ? and ? and o.sent_at is not null
            """;

    private static final String PEER_FIRE = """
            with fired as (
                update timer set state = 'FIRED', fired_at = clock_timestamp()
                where owner_type = 'peer' and kind = 'WARN' and cycle = 1 and owner_id between ? and ?
                returning owner_id),
            flagged as (
                update review set warned_at = now() from fired where work_order = owner_id returning work_order),
            counted as (
                insert into outbox_stream(topic, aggregate_id, version)
                select 'zizhi.review.v1', cast(work_order as text), 1 from flagged returning aggregate_id, version)
            insert into outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at)
            select gen_random_uuid(), 'zizhi.review.v1', aggregate_id, version, 'zizhi.review.sla-warned.v1', ?, now()
            from counted
            """;

    private final Site site;
    private final Report report;
    private final OpenReviews reviews = new OpenReviews(9_000_000_000L);

    TimerBench(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    void run() throws SQLException {
        site.recycleLog();
        var service = site.start(SERVICE, Map.of());
        try (Connection database = site.connect(SERVICE)) {
            Sql.update(database, ARM_FOR_LATER, ARMED);
            Sql.update(database, "vacuum analyze timer");
            bursts(database);
            even(database);
        } finally {
            service.stop();
        }
        try (Connection database = site.connect(SERVICE)) {
            byHand(database);
            dbScheduler(database);
        }
    }

    private void bursts(Connection database) throws SQLException {
        double first = burst(database, WARM_UP);
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rates.add(burst(database, BURST));
        }
        report.note(String.format(
                Locale.ROOT,
                "timers, %,d due at once with %,d others armed; a first round of %,d, not counted: %.0f timers/s",
                BURST,
                ARMED,
                WARM_UP,
                first));
        report.rounds(List.of(Figures.of("due timers fired with their events", "timers/s", rates)));
    }

    private double burst(Connection database, int count) throws SQLException {
        long first = reviews.open(database, count);
        Sql.update(database, ARM, "review", first, 0.0, count);
        long start = System.nanoTime();
        Sql.awaitZero(database, 120, DUE, first, first + count - 1);
        double rate = count * 1e9 / (System.nanoTime() - start);
        awaitRelay(database);
        return rate;
    }

    private void even(Connection database) throws SQLException {
        int count = EVEN_PER_SECOND * EVEN_SECONDS;
        long first = reviews.open(database, count);
        Sql.update(database, ARM, "review", first, 1.0 / EVEN_PER_SECOND, count);
        LockSupport.parkNanos(EVEN_SECONDS * 1_000_000_000L);
        Sql.awaitZero(database, 120, DUE, first, first + count - 1);
        awaitRelay(database);
        List<Double> late = Sql.numbers(database, LATENESS, first, first + count - 1);
        report.note("timers, " + EVEN_PER_SECOND + " a second fall due evenly for " + EVEN_SECONDS + " s");
        report.distributions(List.of(Figures.of("due instant → event acknowledged and marked", "ms", late)));
    }

    private void byHand(Connection database) throws SQLException {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            long first = reviews.open(database, WARM_UP);
            Sql.update(database, ARM, "peer", first, 0.0, WARM_UP);
            long start = System.nanoTime();
            for (long id = first; id < first + WARM_UP; id += PEER_BATCH) {
                Sql.update(database, PEER_FIRE, id, id + PEER_BATCH - 1, Json.warned(id));
            }
            rates.add(WARM_UP * 1e9 / (System.nanoTime() - start));
        }
        report.rounds(List.of(
                Figures.of("peer: same rows by plain SQL, no service", "timers/s", rates.subList(1, rates.size()))));
    }

    private void dbScheduler(Connection database) throws SQLException {
        DbSchedulerPeer peer = new DbSchedulerPeer(site, SERVICE, database);
        peer.arm(ARMED);
        List<Double> withEvents = peer.withEvents(count -> reviews.open(database, count), BURST, PEER_ROUNDS);
        List<Double> bare = peer.bare(reviews::numbers, BURST, 1);
        report.note(String.format(
                Locale.ROOT,
                "db-scheduler, %,d due at once with %,d others armed, %d threads",
                BURST,
                ARMED,
                DbSchedulerPeer.THREADS));
        report.rounds(List.of(
                Figures.of("peer: db-scheduler, each task with the same change and event", "tasks/s", withEvents),
                Figures.of("peer: db-scheduler, tasks that do nothing", "tasks/s", bare)));
    }

    private static void awaitRelay(Connection database) throws SQLException {
        Sql.awaitZero(database, 120, "select count(*) from (select from outbox where sent_at is null limit 1) one");
    }
}
