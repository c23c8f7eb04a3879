package io.zizhi.e2e.scene;

import io.zizhi.contracts.Topics;
import io.zizhi.local.server.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A comparable snapshot of a service's database, table by table. For the outbox it contains the events but not whether
 * they were sent, because sending continues in the background.
 */
final class Ledger implements AutoCloseable {

    /** What is compared of rows that change in the background: events are sent, keys replaced, chains anchored. */
    private static final Map<String, String> COMPARED = Map.of(
            "outbox", "t.event_id::text",
            "key_job", "t.id::text",
            "audit_head", "t.chain || t.sequence");

    private static final String TEXTS = "sms_message";
    private static final String RECONCILIATIONS = " + (select count(*) from reconciliation where state = 'RUNNING')";
    private static final String RECOMPUTATIONS = "clock_recomputation";

    /** Table in which the service merges rows; their sums stay the same. */
    private static final String TALLY = "qualification_tally";

    private static final String FOLDED = "(select account_id, status, sum(amount) from qualification_tally"
            + " group by account_id, status having sum(amount) <> 0)";

    /** Table in which the service locks a row before it counts a failure, and later deletes rows without failures. */
    private static final String FAILURES = "phone_code_failures";

    private static final String FAILED = "(select * from phone_code_failures where last_failed_at is not null)";

    private final Connection connection;
    private final PreparedStatement entries;

    private final String unsent;

    Ledger(Database database) throws SQLException {
        this.connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
        List<String> tables = tables(connection);
        this.entries = connection.prepareStatement(
                tables.stream().map(Ledger::query).collect(Collectors.joining(" union all ")));
        this.unsent = "select (select count(*) from outbox where sent_at is null)" + RECONCILIATIONS
                + (tables.contains(TEXTS)
                        ? " + (select count(*) from sms_message where status in ('QUEUED', 'CLAIMED', 'SENDING'))"
                        : "")
                + (tables.contains(RECOMPUTATIONS)
                        ? " + (select count(*) from clock_recomputation where state = 'RUNNING')"
                        : "");
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("select tablename from pg_tables"
                        + " where schemaname = 'public' and tablename not in ('flyway_schema_history', 'relay_lease', 'reviewer_account', 'audit_anchor')"
                        + " order by 1")) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        return names;
    }

    private static String query(String table) {
        String row = COMPARED.getOrDefault(table, "t::text");
        return "select '" + table + "', count(*) || ':' || coalesce(sum(hashtextextended(" + row + ", 0)), 0) from "
                + counted(table) + " t";
    }

    private static String counted(String table) {
        return switch (table) {
            case TALLY -> FOLDED;
            case FAILURES -> FAILED;
            default -> table;
        };
    }

    /** Returns a checksum per table, equal as long as its rows are equal. */
    Map<String, String> read() {
        try (ResultSet rows = entries.executeQuery()) {
            Map<String, String> marks = new TreeMap<>();
            while (rows.next()) {
                marks.put(rows.getString(1), rows.getString(2));
            }
            return marks;
        } catch (SQLException failure) {
            throw new IllegalStateException("The tables could not be read", failure);
        }
    }

    /**
     * Returns the transactions that this moment's queries see, of all databases of the server. While it stays equal,
     * nothing was committed, so no table has changed.
     */
    String snapshot() {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select cast(pg_current_snapshot() as text)")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("The snapshot could not be read", failure);
        }
    }

    static Set<String> differences(Map<String, String> before, Map<String, String> after) {
        Set<String> changed = new TreeSet<>();
        after.forEach((table, mark) -> {
            if (!Objects.equals(before.get(table), mark)) {
                changed.add(table);
            }
        });
        return changed;
    }

    /** Returns the number of unsent events and messages, unfinished clock changes and running comparisons. */
    long unsent() {
        return one(unsent);
    }

    /** Returns the number of events appended for that topic, over all its aggregates. */
    long appended(String topic) {
        return one("select coalesce(sum(version), 0) from outbox_stream where topic = '" + topic + "'");
    }

    /** Returns the number of events of that topic that were received, over all its aggregates. */
    long received(String topic) {
        return one("select coalesce(sum(last_version), 0) from inbox_cursor where topic = '" + topic + "'");
    }

    /** Returns the newest version of each account about which the service has published events. */
    Map<String, Long> publishedAccounts() {
        return versions("select aggregate_id, max((payload::jsonb ->> 'version')::bigint) from outbox where topic = '"
                + Topics.ACCOUNT + "' group by aggregate_id");
    }

    /** Returns the newest version of each account of which the service has received an event. */
    Map<String, Long> receivedAccounts() {
        return versions("select aggregate_id, last_version from inbox_cursor where topic = '" + Topics.ACCOUNT + "'");
    }

    private Map<String, Long> versions(String sql) {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Map<String, Long> versions = new HashMap<>();
            while (rows.next()) {
                versions.put(rows.getString(1), rows.getLong(2));
            }
            return versions;
        } catch (SQLException failure) {
            throw new IllegalStateException("The versions could not be read", failure);
        }
    }

    private long one(String sql) {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("The figure could not be read", failure);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
