package io.zizhi.bench.capacity;

import io.zizhi.bench.site.Sql;
import io.zizhi.local.layout.Service;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fills the databases with copies of the rows that real qualifications left, in every table that has at least one row
 * for each of them. The copies are spread evenly over the past year; tables that are cleaned up get only the rows that
 * are young enough to be kept.
 */
final class Seed {

    /** Tables of one installation, of local stand-ins, or whose rows are merged in the background. */
    private static final Set<String> LEFT_OUT =
            Set.of("flyway_schema_history", "local_inbox", "local_hand_over", "local_recall", "qualification_tally");

    /** Days for which rows are kept, less one, so that the services delete none during the measurement. */
    private static final Map<String, Integer> KEPT_DAYS = Map.of(
            "outbox", 29,
            "inbox", 20,
            "timer", 29,
            "phone_verification", 29,
            "code_send", 1,
            "phone_code_failures", 1,
            "sms_message", 89,
            "notice", 89);

    /** Largest accepted difference between the average size of copied rows and of their originals. */
    private static final double TOLERANCE = 0.02;

    /** Rows whose size is compared. */
    private static final double SAMPLE = 20_000;

    private static final String TABLES = """
            select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1
            """;

    private static final String CHOSEN = TABLES.replace("public", "template");

    private static final String COLUMNS = """
            select column_name, data_type from information_schema.columns
            where table_schema = 'public' and table_name = ? and is_generated = 'NEVER' and is_identity = 'NO'
            order by ordinal_position
            """;

    private static final String SECONDARY_INDEXES = """
            select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
            where indrelid = ?::regclass and not indisunique and not indisprimary
            """;

    private static final String FORWARD = """
            select setval('%1$s', greatest((select last_value from %1$s), %2$d))
            """;

    private final Stores stores;
    private final Map<Service, List<String>> tables = new EnumMap<>(Service.class);

    private Seed(Stores stores) throws SQLException {
        this.stores = stores;
        for (Service service : Service.values()) {
            tables.put(service, texts(stores.of(service), CHOSEN));
        }
    }

    /** Returns whether an earlier run has begun to fill these databases. */
    static boolean exists(Stores stores) throws SQLException {
        return Sql.number(
                        stores.of(Service.QUALIFICATION),
                        "select count(*) from pg_namespace where nspname = 'template'")
                > 0;
    }

    static Seed continued(Stores stores) throws SQLException {
        return new Seed(stores);
    }

    /**
     * Keeps the rows of the real qualifications apart, to copy them.
     *
     * @param originals number of qualifications in the databases
     */
    static Seed begun(Stores stores, int originals) throws SQLException {
        if (originals >= Column.STEP) {
            throw new IllegalArgumentException("At most " + (Column.STEP - 1) + " originals");
        }
        for (Service service : Service.values()) {
            stores.run(service, Column.FUNCTIONS);
            for (String table : texts(stores.of(service), TABLES)) {
                if (!LEFT_OUT.contains(table)
                        && Sql.number(stores.of(service), "select count(*) from public." + table) >= originals) {
                    stores.run(service, "create table template." + table + " as select * from public." + table);
                }
            }
        }
        stores.run(
                Service.QUALIFICATION,
                "create schema progress",
                "create table progress.filled as select " + originals + " as originals, cast(0 as bigint) as copies");
        return new Seed(stores);
    }

    /** Returns the number of qualifications that were copied or served as originals. */
    long size() throws SQLException {
        return Sql.number(stores.of(Service.QUALIFICATION), "select originals * (copies + 1) from progress.filled");
    }

    /** Returns the tables with at least one row for each qualification. */
    List<String> tables(Service service) {
        return tables.getOrDefault(service, List.of());
    }

    /** Adds copies until there are {@code size} qualifications. */
    void fill(int size) throws SQLException {
        Connection progress = stores.of(Service.QUALIFICATION);
        long first = Sql.number(progress, "select copies + 1 from progress.filled");
        long last = Sql.number(progress, "select cast(? as bigint) / originals - 1 from progress.filled", size);
        if (last < first) {
            return;
        }
        relaxed(true);
        for (Service service : Service.values()) {
            stores.run(service, "set session_replication_role = replica", "set maintenance_work_mem = '512MB'");
            for (String table : tables(service)) {
                copy(service, table, first, last);
            }
            stores.run(service, "reset session_replication_role", "vacuum analyze");
        }
        Sql.update(progress, "update progress.filled set copies = ?", last);
        long beyond = (last + 1) * Column.STEP;
        stores.run(
                Service.QUALIFICATION,
                FORWARD.formatted("qualification_id", 10_000_001 + beyond),
                FORWARD.formatted("work_order", 20_000_001 + beyond),
                FORWARD.formatted("revision_id", 1 + beyond));
        relaxed(false);
        for (Service service : Service.values()) {
            for (String table : tables(service)) {
                requireSameSize(service, table);
            }
        }
    }

    /** Switches the server between filling quickly and writing as safely as in production. */
    private void relaxed(boolean on) throws SQLException {
        for (String setting : List.of("fsync", "full_page_writes", "autovacuum")) {
            stores.run(Service.REVIEW, "alter system " + (on ? "set " + setting + " = off" : "reset " + setting));
        }
        stores.run(Service.REVIEW, "alter system set max_wal_size = '4GB'", "select pg_reload_conf()", "checkpoint");
    }

    private void copy(Service service, String table, long first, long last) throws SQLException {
        Connection database = stores.of(service);
        List<Column> columns = columns(database, table);
        Map<String, String> indexes = pairs(database, SECONDARY_INDEXES, "public." + table);
        for (String index : indexes.keySet()) {
            stores.run(service, "drop index " + index);
        }
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String copied = columns.stream().map(Column::copied).collect(Collectors.joining(", "));
        Sql.update(database, """
                insert into public.%1$s(%2$s)
                select %3$s
                from generate_series(cast(? as bigint), cast(? as bigint)) k
                cross join lateral (select interval '365 days' * (cast(? as double precision) - k) / ? as age) aged
                cross join lateral (select t.*, k as copy from template.%1$s t offset 0) t
                where %4$s
                on conflict do nothing
                """.formatted(table, names, copied, kept(table)), first, last, (double) last, (double)
                (last - first + 1));
        for (String definition : indexes.values()) {
            stores.run(service, definition);
        }
    }

    private static String kept(String table) {
        Integer days = KEPT_DAYS.get(table);
        if (days == null) {
            return "true";
        }
        String young = "age < interval '" + days + " days'";
        return table.equals("timer") ? "(t.state = 'ARMED' or " + young + ")" : young;
    }

    /** Copies that differ in size would make every figure per row wrong. */
    private void requireSameSize(Service service, String table) throws SQLException {
        Connection database = stores.of(service);
        double original = Sql.numbers(
                        database, "select coalesce(avg(pg_column_size(t.*)), 0) from template." + table + " t")
                .getFirst();
        double rows = Sql.numbers(
                        database, "select reltuples from pg_class where oid = 'public." + table + "'::regclass")
                .getFirst();
        double copied = Sql.numbers(
                        database,
                        "select coalesce(avg(pg_column_size(t.*)), 0) from public." + table + " t tablesample system ("
                                + Math.min(100, 100 * SAMPLE / Math.max(rows, 1)) + ")")
                .getFirst();
        if (copied > 0 && Math.abs(copied - original) > TOLERANCE * original) {
            throw new IllegalStateException("Rows of %s.%s have %.1f bytes, their copies %.1f"
                    .formatted(service.word(), table, original, copied));
        }
    }

    private static List<Column> columns(Connection database, String table) throws SQLException {
        return pairs(database, COLUMNS, table).entrySet().stream()
                .map(each -> new Column(each.getKey(), each.getValue()))
                .toList();
    }

    private static Map<String, String> pairs(Connection database, String sql, String parameter) throws SQLException {
        Map<String, String> pairs = new LinkedHashMap<>();
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    pairs.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return pairs;
    }

    private static List<String> texts(Connection database, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
