package io.zizhi.platform.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies of tables, with indexes and very many rows, in their own schema. They serve to check query plans. Only this
 * connection uses the copies instead of the originals.
 *
 * <p>By day a copy has enough rows that a plan without its index differs. At night it has up to a million, by
 * {@code -Dzizhi.tests.rows=1000000}.
 */
public final class CrowdedTables implements AutoCloseable {

    private static final int ROWS = rows(100_000, 1_000_000);
    private static final int UNSENT = 300;
    private static final int SENT = 5_000;

    private final Connection connection;

    private CrowdedTables(Connection connection) {
        this.connection = connection;
    }

    /** Returns the number of rows of a plan test. */
    public static int rows() {
        return ROWS;
    }

    /** Returns {@code byDay}, or the number in the system property {@code zizhi.tests.rows} and at most {@code full}. */
    public static int rows(int byDay, int full) {
        return Math.min(full, Integer.getInteger("zizhi.tests.rows", byDay));
    }

    /** Creates the copies. Takes over the connection and closes it on {@link #close}. */
    public static CrowdedTables on(Connection connection, String... tables) throws SQLException {
        CrowdedTables crowded = new CrowdedTables(connection);
        crowded.execute("drop schema if exists crowded cascade", "create schema crowded");
        for (String table : tables) {
            crowded.execute("create unlogged table crowded." + table + " (like public." + table
                    + " including all excluding indexes)");
        }
        crowded.execute("set search_path = crowded, public");
        return crowded;
    }

    /**
     * Inserts {@link #rows()} armed timers of one kind of owner, one per second. Those of the first 1,000 seconds are due.
     */
    public CrowdedTables armTimers() throws SQLException {
        execute("""
                insert into timer(owner_type, owner_id, kind, cycle, due_at, state)
                select 'crowd', i, 'WARN', 1, now() + (i - 1000) * interval '1 second', 'ARMED'
                from generate_series(1, %d) i
                """.formatted(ROWS));
        return indexed("timer");
    }

    /** Inserts {@link #rows()} sent events and 300 waiting events. One waiting event delays its aggregate. */
    public CrowdedTables fillOutbox() throws SQLException {
        execute("""
                insert into outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at, sent_at)
                select gen_random_uuid(), 'crowd', cast(i / 5 as text), 1 + i %% 5, 'crowd', '{}', now(),
                    case when i <= %d then now() end
                from generate_series(1, %d) i
                """.formatted(ROWS, ROWS + UNSENT));
        indexed("outbox");
        return execute("""
                update outbox set attempts = 1, next_attempt_at = now() + interval '1 minute'
                where sequence = (select min(sequence) from outbox where sent_at is null)
                """, "analyze outbox");
    }

    /**
     * Inserts sent events, collects statistics, and then inserts {@code unsent} events. The statistics stay as they
     * are. The first {@code backingOff} aggregates wait for the next attempt of their first event.
     */
    public CrowdedTables fillOutboxAfterStatistics(int unsent, int backingOff) throws SQLException {
        String events = """
                insert into outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at, sent_at)
                select gen_random_uuid(), 'crowd', cast(i / 5 as text), 1 + i %% 5, 'crowd', repeat('x', 600), now(),
                    case when i <= %1$d then now() end
                from generate_series(%2$d, %3$d) i
                """;
        execute("alter table outbox set (autovacuum_enabled = off)", events.formatted(SENT, 1, SENT));
        indexed("outbox");
        return execute(events.formatted(SENT, SENT + 1, SENT + unsent), """
                update outbox set attempts = 1, next_attempt_at = now() + interval '1 hour'
                where sequence in (
                    select min(sequence) from outbox where sent_at is null group by aggregate_id order by 1 limit %d)
                """.formatted(backingOff));
    }

    /** Copies the indexes with their original names. They are created after the rows, which is faster. */
    public CrowdedTables indexed(String table) throws SQLException {
        List<String> definitions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select indexdef from pg_indexes where schemaname = 'public' and tablename = ?")) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    definitions.add(rows.getString(1).replace(" ON public.", " ON crowded."));
                }
            }
        }
        execute(definitions.toArray(String[]::new));
        return execute("vacuum analyze " + table);
    }

    public CrowdedTables execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        return this;
    }

    public Connection connection() {
        return connection;
    }

    /** Returns the statement's plan on the copies; see {@link QueryPlan#of}. */
    public QueryPlan plan(QueryPlan.Kind kind, String sql, List<String> types, List<String> values)
            throws SQLException {
        return QueryPlan.of(connection, kind, sql, types, values);
    }

    @Override
    public void close() throws SQLException {
        execute("reset search_path", "drop schema crowded cascade");
        connection.close();
    }
}
