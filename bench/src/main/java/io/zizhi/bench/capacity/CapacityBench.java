package io.zizhi.bench.capacity;

import io.zizhi.bench.site.Json;
import io.zizhi.bench.site.MeasuredService;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.site.Sql;
import io.zizhi.contracts.EventType;
import io.zizhi.e2e.Addresses;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.server.postgres.PostgresServer;
import io.zizhi.local.state.PrivateFiles;
import io.zizhi.local.suite.Infrastructure.Part;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures what one qualification costs, at several sizes of the stores. Real qualifications are filed over HTTP, the
 * databases are filled with copies of their rows, and further qualifications are filed and decided. Reports processor
 * time of each process, bytes in each store and latencies, by act.
 */
public final class CapacityBench {

    /** System property with the numbers of qualifications in the stores, in rising order. */
    private static final String SIZES = System.getProperty("bench.sizes", "10000,100000,1000000");

    /** Qualifications whose rows are copied. They also warm the services up. */
    private static final int ORIGINALS = Integer.getInteger("bench.originals", 400);

    private static final int QUALIFICATIONS = Integer.getInteger("bench.qualifications", 500);
    private static final int PHOTOS = 60;
    private static final int EVENTS = 2_000;
    private static final int IDLE_SECONDS = 10;
    private static final long CLEANED_SECONDS = 240;

    /** Limits that one account and one address would reach, and a sweep that would miss the objects of copied rows. */
    private static final Map<Service, Map<String, String>> SETTINGS = Map.of(
            Service.DOCUMENT,
            Map.of(
                    "zizhi.limits.uploads-per-minute", "1000000",
                    "zizhi.limits.unused-documents", "1000000",
                    "zizhi.documents.sweep-delay", "1d"),
            Service.NOTIFICATION,
            Map.of(
                    "zizhi.limits.phone-codes.account", "1000000/PT1H",
                    "zizhi.limits.phone-codes.address", "1000000/PT1H",
                    "zizhi.limits.phone-codes.all", "1000000/PT1H"));

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
        List<Integer> sizes =
                Stream.of(SIZES.split(",", -1)).map(Integer::valueOf).toList();
        try (Suite suite = Suite.startForTests()) {
            asOnAServer(suite);
            try (Stores stores = new Stores(suite)) {
                Journeys journeys = new Journeys(stores, addresses(suite));
                CapacityReport tables = new CapacityReport(report, stores, journeys);
                journeys.run(ORIGINALS, nothing());
                Seed seed = new Seed(stores, ORIGINALS);
                tables.originals(ORIGINALS, seed);
                for (int size : sizes) {
                    long start = System.nanoTime();
                    seed.fill(size);
                    report.note(String.format(
                            Locale.ROOT,
                            "%,d qualifications: filled in %d s",
                            size,
                            TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)));
                    measure(stores, journeys, tables, seed, size);
                }
                cleanUp(suite, stores, tables);
            }
        }
    }

    private void measure(Stores stores, Journeys journeys, CapacityReport tables, Seed seed, int size)
            throws SQLException, InterruptedException {
        Usage before = stores.usage();
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        Usage idle = stores.usage().since(before);
        Map<Service, Long> smaller = tables.sizes();
        List<Act> acts = new ArrayList<>(journeys.run(QUALIFICATIONS, idle));
        Map<Service, Long> larger = tables.sizes();
        acts.add(journeys.photos(PHOTOS, idle));
        acts.add(journeys.act("event", EVENTS, idle, index -> {
            if (index == 0) {
                publish(stores);
            }
        }));
        tables.acts(size, idle, acts);
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

    /** Measures how fast qualification-service deletes the outdated rows of a year that are at once too old. */
    private void cleanUp(Suite suite, Stores stores, CapacityReport tables) throws SQLException, InterruptedException {
        Map<String, String> settings = new HashMap<>(SETTINGS.getOrDefault(Service.QUALIFICATION, Map.of()));
        settings.putAll(CLEAN_UP);
        long waiting = Sql.number(stores.of(Service.QUALIFICATION), OUTDATED);
        restart(suite, Service.QUALIFICATION, settings);
        Usage before = stores.usage();
        long left = Sql.number(stores.of(Service.QUALIFICATION), OUTDATED);
        Sql.awaitZero(stores.of(Service.QUALIFICATION), CLEANED_SECONDS, OUTDATED);
        tables.cleanUp(waiting, left, stores.usage().since(before));
    }

    /**
     * Gives PostgreSQL the buffers of the manifests for Kubernetes, and replaces the services of {@code ./zizhi up},
     * which are configured to use little memory.
     */
    private static void asOnAServer(Suite suite) throws SQLException {
        Path folder = suite.infrastructure().folder();
        try (Stores stores = new Stores(suite)) {
            stores.run(Service.REVIEW, "alter system set shared_buffers = '512MB'");
        }
        ServerProcess.running(PostgresServer.NAME, folder).ifPresent(ServerProcess::stop);
        suite.infrastructure().start(Part.POSTGRES);
        for (Service service : Service.values()) {
            restart(suite, service, SETTINGS.getOrDefault(service, Map.of()));
        }
    }

    private static void restart(Suite suite, Service service, Map<String, String> settings) {
        Path folder = suite.infrastructure().folder();
        Path configuration = folder.resolve("config").resolve(service.module() + ".properties");
        Path own = configuration.resolveSibling(service.module() + "-measured.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(configuration);
                StringWriter writer = new StringWriter()) {
            properties.load(reader);
            properties.putAll(settings);
            properties.store(writer, "Written for a measurement");
            PrivateFiles.write(own, writer.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int port = suite.port(service);
        suite.stop(service.module());
        MeasuredService.start(service.module(), folder, port, own);
    }

    private static Usage nothing() {
        return new Usage(1, Map.of(), Map.of());
    }

    private static Addresses addresses(Suite suite) {
        return new Addresses(
                URI.create(suite.url(Service.QUALIFICATION.module())),
                URI.create(suite.url(Service.DOCUMENT.module())),
                URI.create(suite.url(Service.REVIEW.module())),
                URI.create(suite.url(Service.NOTIFICATION.module())),
                URI.create(suite.infrastructure().identity().issuer()));
    }
}
