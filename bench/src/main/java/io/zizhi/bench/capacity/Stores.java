package io.zizhi.bench.capacity;

import io.zizhi.bench.site.ProcessorTime;
import io.zizhi.bench.site.Sql;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.suite.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The stores of a suite: its databases as their administrator sees them, topics, objects and logs. */
final class Stores implements AutoCloseable {

    /** Destinations of {@link Usage#bytes}. */
    static final String WAL = "WAL";

    static final String WAL_PAGES = "WAL pages";
    static final String KAFKA = "Kafka";
    static final String OBJECTS = "S3";
    static final String LOGS = "logs";

    private static final long SETTLED_SECONDS = 180;

    private final Path folder;
    private final Map<Service, Connection> databases = new EnumMap<>(Service.class);

    Stores(Infrastructure infrastructure) throws SQLException {
        this.folder = infrastructure.folder();
        String secret = read(folder.resolve("secrets/database-postgres")).strip();
        for (Service service : Service.values()) {
            Database database = infrastructure.database(service.module());
            databases.put(service, DriverManager.getConnection(database.jdbcUrl(), "postgres", secret));
        }
    }

    Connection of(Service service) {
        Connection connection = databases.get(service);
        if (connection == null) {
            throw new IllegalStateException("No connection to " + service);
        }
        return connection;
    }

    /** Runs a statement that must not be part of a transaction or has several parts. */
    void run(Service service, String... statements) throws SQLException {
        try (Statement statement = of(service).createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    Usage usage() throws SQLException {
        Connection any = of(Service.REVIEW);
        Map<String, Double> bytes = new TreeMap<>();
        bytes.put(WAL, (double) Sql.number(any, "select cast(pg_current_wal_insert_lsn() - pg_lsn '0/0' as bigint)"));
        bytes.put(WAL_PAGES, (double) Sql.number(any, "select wal_fpi from pg_stat_wal"));
        bytes.put(
                KAFKA,
                size(
                        "data/kafka",
                        file -> file.toString().contains("/zizhi.")
                                && file.toString().endsWith(".log")));
        bytes.put(OBJECTS, size("data/object-store", file -> true));
        for (Service service : Service.values()) {
            bytes.put(LOGS + " " + service.word(), size("logs/" + service.module() + ".log", file -> true));
        }
        return new Usage(System.nanoTime(), ProcessorTime.millis(folder), bytes);
    }

    /** Waits until every event has been sent and every message handed over. */
    void awaitSent() throws SQLException {
        for (Service service : Service.values()) {
            Sql.awaitZero(
                    of(service),
                    SETTLED_SECONDS,
                    "select count(*) from (select from outbox where sent_at is null limit 1) one");
        }
        Sql.awaitZero(
                of(Service.NOTIFICATION),
                SETTLED_SECONDS,
                "select count(*) from sms_message where status = 'QUEUED' or recall_at is not null");
    }

    private double size(String path, Predicate<Path> counted) {
        try (Stream<Path> files = Files.walk(folder.resolve(path))) {
            return files.filter(Files::isRegularFile)
                    .filter(counted)
                    .mapToDouble(Stores::size)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException removed) {
            return 0;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : databases.values()) {
            connection.close();
        }
    }
}
