package io.zizhi.bench.capacity;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.site.Sql;
import io.zizhi.local.layout.Service;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the tables of the capacity measurement. */
final class CapacityReport {

    private static final List<String> PROCESSES = Stream.concat(
                    Stream.of(Service.values()).map(Service::module), Stream.of("postgres", "kafka", "object-store"))
            .toList();

    private static final String SIZE = """
            select coalesce(sum(pg_total_relation_size(oid)), 0) from pg_class
            where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'local%'
            """;

    private static final String TABLES = """
            select relname, reltuples, pg_relation_size(oid), pg_indexes_size(oid),
                pg_table_size(oid) - pg_relation_size(oid)
            from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname
            """;

    private final Report report;
    private final Stores stores;
    private final Journeys journeys;

    CapacityReport(Report report, Stores stores, Journeys journeys) {
        this.report = report;
        this.stores = stores;
        this.journeys = journeys;
    }

    /** Prints the bytes that {@code count} real qualifications left in new databases, and what they consist of. */
    void originals(int count, Seed seed) throws SQLException {
        report.note(String.format(
                Locale.ROOT,
                "%d real qualifications; a form has %d bytes, its three pictures %.0f, a photo %d",
                count,
                journeys.formBytes(),
                journeys.pictureBytes(),
                journeys.photoBytes()));
        for (Service service : Service.values()) {
            stores.run(service, "vacuum analyze");
        }
        growth(new EnumMap<>(Service.class), sizes(), count);
        tables(count, seed);
    }

    /** Begins the table of acts with what an idle suite uses. */
    void acts(int size, Usage idle) {
        report.note(
                String.format(Locale.ROOT, "%,d qualifications in the stores; processor time and bytes per act", size));
        double seconds = idle.nanos() / 1e9;
        StringBuilder text = new StringBuilder("| act | n | p50 ms | p99 ms | ");
        text.append(PROCESSES.stream().map(name -> name + " ms").collect(Collectors.joining(" | ")));
        text.append(" | WAL B | WAL pages | Kafka B | S3 B | log B |\n|---|");
        text.append("---|".repeat(PROCESSES.size() + 8)).append('\n');
        text.append("| idle, per second | | | | ");
        PROCESSES.forEach(name -> text.append(String.format(Locale.ROOT, "%.2f | ", idle.cpuOf(name) / seconds)));
        text.append(String.format(Locale.ROOT, "%.0f | | | | %s |", idle.bytesTo(Stores.WAL) / seconds, logs(idle)));
        report.text(text.toString());
    }

    void act(Act act) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | ",
                act.name(),
                act.latency().sorted().size(),
                act.latency().percentile(0.5),
                act.latency().percentile(0.99)));
        PROCESSES.forEach(name ->
                text.append(String.format(Locale.ROOT, "%.2f | ", act.usage().cpuOf(name))));
        text.append(String.format(
                Locale.ROOT,
                "%.0f | %.2f | %.0f | %.0f | %s |",
                act.usage().bytesTo(Stores.WAL),
                act.usage().bytesTo(Stores.WAL_PAGES),
                act.usage().bytesTo(Stores.KAFKA),
                act.usage().bytesTo(Stores.OBJECTS),
                logs(act.usage())));
        report.line(text.toString());
    }

    /** Returns the bytes of each database without system tables and local stand-ins. */
    Map<Service, Long> sizes() throws SQLException {
        Map<Service, Long> sizes = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            sizes.put(service, Sql.number(stores.of(service), SIZE));
        }
        return sizes;
    }

    void growth(Map<Service, Long> smaller, Map<Service, Long> larger, int qualifications) {
        StringBuilder text = new StringBuilder("| database | bytes per qualification, by the real path |\n|---|---|");
        larger.forEach((service, size) -> text.append(String.format(
                Locale.ROOT,
                "%n| %s | %,d |",
                service.word(),
                (size - smaller.getOrDefault(service, 0L)) / qualifications)));
        report.text(text.toString());
    }

    /** Prints rows per qualification and bytes per row of each table that was filled. */
    void tables(int size, Seed seed) throws SQLException {
        StringBuilder text = new StringBuilder(
                "| database | table | rows | rows per qualification | heap B/row | TOAST B/row | index B/row | MB |\n"
                        + "|---|---|---|---|---|---|---|---|");
        for (Service service : Service.values()) {
            List<String> filled = seed.tables(service);
            try (PreparedStatement statement = stores.of(service).prepareStatement(TABLES);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (filled.contains(rows.getString(1)) && rows.getDouble(2) > 0) {
                        text.append(row(service, rows, size));
                    }
                }
            }
        }
        report.text(text.toString());
    }

    private static String row(Service service, ResultSet rows, int size) throws SQLException {
        double count = rows.getDouble(2);
        double heap = rows.getDouble(3);
        double indexes = rows.getDouble(4);
        double toast = rows.getDouble(5);
        return String.format(
                Locale.ROOT,
                "%n| %s | %s | %.0f | %.2f | %.0f | %.0f | %.0f | %.1f |",
                service.word(),
                rows.getString(1),
                count,
                count / size,
                heap / count,
                toast / count,
                indexes / count,
                (heap + indexes + toast) / (1 << 20));
    }

    /** @param left rows that were left when the service was ready */
    void cleanUp(long waiting, long left, Usage usage) {
        double seconds = usage.nanos() / 1e9;
        report.note(String.format(
                Locale.ROOT,
                "clean-up by qualification-service: %,d of %,d outdated rows in %.1f s, %.0f rows/s;"
                        + " per 1,000 rows %.1f ms of the service, %.1f ms of PostgreSQL, %.0f kB of WAL",
                left,
                waiting,
                seconds,
                left / seconds,
                1000 * usage.cpuOf(Service.QUALIFICATION.module()) / Math.max(left, 1),
                1000 * usage.cpuOf("postgres") / Math.max(left, 1),
                usage.bytesTo(Stores.WAL) / Math.max(left, 1)));
    }

    /** @param view of the comparison in the operators' API */
    void reconciled(JsonNode view, Usage usage) {
        long compared = 0;
        for (JsonNode topic : view.path("topics")) {
            compared +=
                    topic.path("cursors").asLong() + topic.path("aggregates").asLong();
        }
        report.note(String.format(
                Locale.ROOT,
                "reconciliation by review-service: %s, %,d compared in %.1f s; processor time of review-service %.1f s,"
                        + " qualification-service %.1f s, PostgreSQL %.1f s",
                view.path("state").asText(),
                compared,
                usage.nanos() / 1e9,
                usage.cpuOf(Service.REVIEW.module()) / 1000,
                usage.cpuOf(Service.QUALIFICATION.module()) / 1000,
                usage.cpuOf("postgres") / 1000));
    }

    private static String logs(Usage usage) {
        return Stream.of(Service.values())
                .map(service -> String.format(Locale.ROOT, "%.0f", usage.bytesTo(Stores.LOGS + " " + service.word())))
                .collect(Collectors.joining("+"));
    }
}
