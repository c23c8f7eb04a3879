package io.zizhi.faults.evidence.collection;

import io.zizhi.faults.evidence.Row;
import io.zizhi.local.server.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads all tables of a service's database, except encrypted columns. */
final class DatabaseDump {

    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
            order by table_name
            """;

    private final Database database;

    DatabaseDump(Database database) {
        this.database = database;
    }

    /** Returns the rows of every table, by table name. */
    Map<String, List<Row>> tables() {
        try (Connection connection = connect()) {
            Map<String, List<Row>> tables = new LinkedHashMap<>();
            for (Row table : rows(connection, TABLES)) {
                String name = table.text("table_name");
                tables.put(name, rows(connection, "select * from " + name));
            }
            return tables;
        } catch (SQLException failure) {
            throw new IllegalStateException(database + " cannot be read", failure);
        }
    }

    /** Returns the database's current time. */
    Instant now() {
        return one("select clock_timestamp() as now").instant("now");
    }

    /** Returns the only row of {@code sql}. */
    Row one(String sql) {
        return all(sql).getFirst();
    }

    /** Returns the rows of {@code sql}. */
    List<Row> all(String sql) {
        try (Connection connection = connect()) {
            return rows(connection, sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(database + " cannot be read: " + sql, failure);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static List<Row> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<Row> rows = new ArrayList<>();
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                for (int column = 1; column <= columns; column++) {
                    Object value = found.getObject(column);
                    if (!(value instanceof byte[])) {
                        values.put(found.getMetaData().getColumnName(column), plain(value));
                    }
                }
                rows.add(new Row(values));
            }
            return rows;
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return value instanceof Timestamp time ? time.toInstant() : value.toString();
    }
}
