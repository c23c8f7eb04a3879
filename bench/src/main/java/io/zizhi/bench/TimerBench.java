package io.zizhi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * How many due timers of reviews a second a running review-service fires, with their flag and their event, while a
 * million others are armed; and how late timers are that fall due evenly. A burst runs from the commit that armed it
 * until none of it is due any more; lateness from the due instant until the event is marked as sent. Peer: one plain
 * connection that changes the same rows in statements of as many.
 */
final class TimerBench {

    private static final String SERVICE = "review-service";
    private static final int ARMED = 1_000_000;
    private static final int BURST = Integer.getInteger("bench.burst", 25_000);
    private static final int WARM_UP = 1;
    private static final int ROUNDS = 5;
    private static final int EVEN_PER_SECOND = 1_000;
    private static final int EVEN_SECONDS = 40;
    private static final int PEER_BATCH = 500;

    /** They belong to no review and fall due long after the measurement. */
    private static final String ARM_FOR_LATER = """
            insert into timer(owner_type, owner_id, kind, cycle, due_at, state)
            select 'review', 8000000000 + i / 3, (array['WARN', 'BREACH', 'ESCALATE'])[1 + i % 3], 1,
                clock_timestamp() + interval '1 day' + i * interval '1 second', 'ARMED'
            from generate_series(0, ? - 1) i
            """;

    private static final String OPEN = """
            insert into review(work_order, qualification_id, revision, account_id, name, company_name, credit_code,
                owner_type, purpose, status, policy, opened_at, warn_at, due_at, escalate_at, provisional)
            select ? + i, ? + i, 1, 'company-a', '示例资质', '星河示例科技有限公司', '91330106673959654P', 'COMPANY', 'SELF',
                'OPEN', 'STANDARD', now(), now(), now() + interval '1 day', now() + interval '2 days', false
            from generate_series(0, ? - 1) i
            """;

    private static final String ARM = """
            insert into timer(owner_type, owner_id, kind, cycle, due_at, state)
            select ?, ? + i, 'WARN', 1, clock_timestamp() + i * ? * interval '1 second', 'ARMED'
            from generate_series(0, ? - 1) i
            """;

    private static final String DUE = """
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
    private long nextId = 9_000_000_000L;

    TimerBench(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    void run() throws SQLException {
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
            peer(database);
        }
    }

    private void bursts(Connection database) throws SQLException {
        List<Double> rates = new ArrayList<>();
        for (int round = 1; round <= WARM_UP + ROUNDS; round++) {
            long first = opened(database, BURST);
            Sql.update(database, ARM, "review", first, 0.0, BURST);
            long start = System.nanoTime();
            Sql.awaitZero(database, 120, DUE, first, first + BURST - 1);
            rates.add(BURST * 1e9 / (System.nanoTime() - start));
            awaitRelay(database);
        }
        report.note("timers, " + BURST + " due at once with " + ARMED + " others armed; first rounds "
                + rates.subList(0, WARM_UP) + " not counted");
        report.rounds(List.of(
                Figures.of("due timers fired with their events", "timers/s", rates.subList(WARM_UP, rates.size()))));
    }

    private void even(Connection database) throws SQLException {
        int count = EVEN_PER_SECOND * EVEN_SECONDS;
        long first = opened(database, count);
        Sql.update(database, ARM, "review", first, 1.0 / EVEN_PER_SECOND, count);
        LockSupport.parkNanos(EVEN_SECONDS * 1_000_000_000L);
        Sql.awaitZero(database, 120, DUE, first, first + count - 1);
        awaitRelay(database);
        List<Double> late = Sql.numbers(database, LATENESS, first, first + count - 1);
        report.note("timers, " + EVEN_PER_SECOND + " a second fall due evenly for " + EVEN_SECONDS + " s");
        report.distributions(List.of(Figures.of("due instant → event acknowledged and marked", "ms", late)));
    }

    private void peer(Connection database) throws SQLException {
        List<Double> rates = new ArrayList<>();
        for (int round = 1; round <= WARM_UP + ROUNDS; round++) {
            long first = opened(database, BURST);
            Sql.update(database, ARM, "peer", first, 0.0, BURST);
            long start = System.nanoTime();
            for (long id = first; id < first + BURST; id += PEER_BATCH) {
                Sql.update(database, PEER_FIRE, id, id + PEER_BATCH - 1, Json.warned(id));
            }
            rates.add(BURST * 1e9 / (System.nanoTime() - start));
        }
        report.rounds(List.of(Figures.of(
                "peer: the same rows by hand, no service", "timers/s", rates.subList(WARM_UP, rates.size()))));
    }

    private long opened(Connection database, int count) throws SQLException {
        long first = nextId;
        nextId += count;
        Sql.update(database, OPEN, first, first, count);
        return first;
    }

    private static void awaitRelay(Connection database) throws SQLException {
        Sql.awaitZero(database, 120, "select count(*) from (select from outbox where sent_at is null limit 1) one");
    }
}
