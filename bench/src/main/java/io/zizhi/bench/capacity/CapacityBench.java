package io.zizhi.bench.capacity;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.bench.site.Json;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.site.Sql;
import io.zizhi.contracts.EventType;
import io.zizhi.e2e.Api;
import io.zizhi.e2e.Login;
import io.zizhi.local.layout.Service;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures what one qualification costs, at several sizes of the stores. Real qualifications are filed over HTTP, the
 * databases are filled with copies of their rows, and further qualifications are filed and decided. Reports processor
 * time of each process, bytes in each store and latencies, by act.
 */
public final class CapacityBench {

    /** Numbers of qualifications in the stores, in rising order. */
    private static final List<Integer> SIZES = Stream.of(
                    System.getProperty("bench.sizes", "10000,100000,1000000").split(",", -1))
            .map(Integer::valueOf)
            .toList();

    /** Qualifications that warm the services up. The rows of the first ones are copied. */
    private static final int ORIGINALS = Integer.getInteger("bench.originals", 200);

    /** Measured qualifications at each size; with 0 only the databases of an earlier run are filled. */
    private static final int QUALIFICATIONS = Integer.getInteger("bench.qualifications", 300);

    /** After this time the databases of an earlier run are not filled further. */
    private static final int FILLING_SECONDS = Integer.getInteger("bench.filling-seconds", 3_600);

    private static final int PHOTOS = 60;
    private static final int EVENTS = 2_000;
    private static final int IDLE_SECONDS = 10;
    private static final long CLEANED_SECONDS = 240;
    private static final long LOOK_AGAIN_MILLIS = 100;

    /** With fewer qualifications the rows of the past month are too few for a rate. */
    private static final int CLEANED_FROM = 1_000_000;

    /** The shortest times for which rows may be kept. */
    private static final Map<String, String> CLEAN_UP = Map.of(
            "zizhi.clean-up.outbox", "P1D",
            "zizhi.clean-up.inbox", "P2D",
            "zizhi.clean-up.timers", "P1D",
            "zizhi.clean-up.pause", "PT1S");

    private static final String OUTDATED = """
            select (select count(*) from outbox where sent_at < now() - interval '1 day')
                 + (select count(*) from inbox where received_at < now() - interval '2 days')
                 + (select count(*) from timer where state <> 'ARMED' and due_at < now() - interval '1 day'
                        and (fired_at is null or fired_at < now() - interval '1 day'))
            """;

    private static final String STREAMS = """
            insert into outbox_stream(topic, aggregate_id, version)
            select ?, cast(? + i as text), 1 from generate_series(1, ?) i
            """;

    private static final String APPEND = """
            insert into outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at)
            select cast(lpad(to_hex(cast(extract(epoch from clock_timestamp()) * 1000 as bigint)), 12, '0')
                    || '7' || left(md5(cast(i as text)), 3) || '8' || left(md5(cast(random() as text)), 15) as uuid),
                ?, cast(? + i as text), 1, ?, ?, clock_timestamp()
            from generate_series(1, ?) i
            """;

    private static final String NOT_RECEIVED = """
            select ? - count(*) from inbox_cursor
            where topic = ? and aggregate_id > cast(? as text) and aggregate_id <= cast(? as text)
            """;

    private final Report report;
    private long nextAggregate = 900_000_000_000L;

    public CapacityBench(Report report) {
        this.report = report;
    }

    public void run() throws SQLException, InterruptedException {
        if (QUALIFICATIONS == 0) {
            try (MeasuredSuite suite = MeasuredSuite.startDatabases();
                    Stores stores = new Stores(suite.infrastructure())) {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(FILLING_SECONDS);
                for (int size : SIZES) {
                    if (System.nanoTime() < end) {
                        fill(Seed.continued(stores), size);
                    }
                }
            }
            return;
        }
        try (MeasuredSuite suite = MeasuredSuite.start();
                Stores stores = new Stores(suite.infrastructure())) {
            Journeys journeys = new Journeys(stores, suite.addresses());
            CapacityReport tables = new CapacityReport(report, stores, journeys);
            journeys.run(ORIGINALS, nothing(), act -> {});
            Seed seed = Seed.exists(stores) ? Seed.continued(stores) : Seed.begun(stores, ORIGINALS);
            if (seed.size() == ORIGINALS) {
                tables.originals(ORIGINALS, seed);
            }
            for (int size : SIZES) {
                fill(seed, size);
                measure(stores, journeys, tables, seed, size);
                reconcile(suite, stores, tables);
            }
            if (SIZES.getLast() >= CLEANED_FROM) {
                cleanUp(suite, stores, tables);
            }
        }
    }

    private void fill(Seed seed, int size) throws SQLException {
        long start = System.nanoTime();
        seed.fill(size);
        report.note(String.format(
                Locale.ROOT,
                "%,d qualifications: filled in %d s",
                size,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)));
    }

    private void measure(Stores stores, Journeys journeys, CapacityReport tables, Seed seed, int size)
            throws SQLException, InterruptedException {
        Usage before = stores.usage();
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        Usage idle = stores.usage().since(before);
        tables.acts(size, idle);
        Map<Service, Long> smaller = tables.sizes();
        journeys.run(QUALIFICATIONS, idle, tables::act);
        Map<Service, Long> larger = tables.sizes();
        tables.act(journeys.photos(PHOTOS, idle));
        tables.act(journeys.act("event", EVENTS, idle, index -> {
            if (index == 0) {
                publish(stores);
            }
        }));
        tables.growth(smaller, larger, QUALIFICATIONS);
        tables.tables(size, seed);
    }

    /** Commits events that no consumer reacts to, and waits until both consumers have recorded them. */
    private void publish(Stores stores) {
        long first = nextAggregate;
        nextAggregate += EVENTS;
        EventType type = EventType.REVIEW_RELEASED;
        try {
            Connection source = stores.of(Service.REVIEW);
            source.setAutoCommit(false);
            Sql.update(source, STREAMS, type.topic(), first, EVENTS);
            Sql.update(source, APPEND, type.topic(), first, type.typeName(), Json.released(first), EVENTS);
            source.commit();
            source.setAutoCommit(true);
            for (Service consumer : List.of(Service.QUALIFICATION, Service.NOTIFICATION)) {
                Sql.awaitZero(stores.of(consumer), 120, NOT_RECEIVED, EVENTS, type.topic(), first, first + EVENTS);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Measures one comparison of all qualifications that review-service has seen with those that were published. */
    private static void reconcile(MeasuredSuite suite, Stores stores, CapacityReport tables)
            throws SQLException, InterruptedException {
        Api operator = Login.as("operator", suite.addresses());
        URI all = URI.create(suite.addresses().review() + "/v1/operations/reconciliations");
        Usage before = stores.usage();
        operator.post(all, Api.JSON.createObjectNode().put("reason", "measured"))
                .expect(200, 201, 202);
        JsonNode latest;
        do {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            latest = operator.get(URI.create(all + "/latest")).expect(200);
        } while (latest.path("state").asText().equals("RUNNING"));
        tables.reconciled(latest, stores.usage().since(before));
    }

    /** Measures how fast qualification-service deletes the outdated rows of a year that are at once too old. */
    private static void cleanUp(MeasuredSuite suite, Stores stores, CapacityReport tables) throws SQLException {
        long waiting = Sql.number(stores.of(Service.QUALIFICATION), OUTDATED);
        suite.restart(Service.QUALIFICATION, CLEAN_UP);
        Usage before = stores.usage();
        long left = Sql.number(stores.of(Service.QUALIFICATION), OUTDATED);
        Sql.awaitZero(stores.of(Service.QUALIFICATION), CLEANED_SECONDS, OUTDATED);
        tables.cleanUp(waiting, left, stores.usage().since(before));
    }

    private static Usage nothing() {
        return new Usage(1, Map.of(), Map.of());
    }
}
