package io.zizhi.e2e.erasure;

import io.zizhi.e2e.LiveFiles;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.ObjectStore;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A copy of everything that a backup contains: the rows of every table of the four databases, and the objects.
 *
 * @param rows by service
 * @param objects encrypted bytes by object key
 */
record Dump(Map<String, List<DumpedRow>> rows, Map<String, byte[]> objects) {

    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'
            """;

    /**
     * One row.
     *
     * @param values texts, byte arrays and nulls by column
     */
    record DumpedRow(String table, Map<String, @Nullable Object> values) {

        /** Returns the value of a column as text, or an empty text. */
        String text(String column) {
            return values.get(column) instanceof String text ? text : "";
        }

        byte @Nullable [] bytes(String column) {
            return values.get(column) instanceof byte[] bytes ? bytes : null;
        }
    }

    static Dump of(Suite suite) {
        Map<String, List<DumpedRow>> rows = new LinkedHashMap<>();
        for (String service : Service.modules()) {
            rows.put(service, rowsOf(suite.infrastructure().owner(service)));
        }
        Path bucket = suite.infrastructure()
                .folder()
                .resolve("data")
                .resolve(ObjectStore.NAME)
                .resolve(suite.infrastructure().objectStore().bucket());
        return new Dump(rows, files(bucket));
    }

    /** Returns the data without the tables of keys, as the runbook says to save it. */
    Dump withoutKeys() {
        Map<String, List<DumpedRow>> data = new LinkedHashMap<>();
        rows.forEach((service, all) -> data.put(
                service,
                all.stream()
                        .filter(row -> !row.table().equals("account_key")
                                && !row.table().equals("service_key"))
                        .toList()));
        return new Dump(data, objects);
    }

    List<DumpedRow> table(String service, String table) {
        return rows.getOrDefault(service, List.of()).stream()
                .filter(row -> row.table().equals(table))
                .toList();
    }

    private static List<DumpedRow> rowsOf(Database database) {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(TABLES)) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            List<DumpedRow> rows = new ArrayList<>();
            for (String table : tables) {
                try (ResultSet found = statement.executeQuery("select * from " + table)) {
                    while (found.next()) {
                        rows.add(row(table, found));
                    }
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException("The database cannot be read", failure);
        }
    }

    private static DumpedRow row(String table, ResultSet found) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
            Object value = found.getObject(column);
            values.put(
                    found.getMetaData().getColumnName(column),
                    value == null || value instanceof byte[] ? value : found.getString(column));
        }
        return new DumpedRow(table, values);
    }

    /** Returns the files below {@code folder} by their relative path. */
    private static Map<String, byte[]> files(Path folder) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        eachFile(folder, contents::put);
        return contents;
    }

    /** Reads the files below {@code folder} one after the other, because all of them would not fit into memory. */
    static void eachFile(Path folder, BiConsumer<String, byte[]> reader) {
        try {
            for (Path file : LiveFiles.below(folder)) {
                try {
                    reader.accept(folder.relativize(file).toString(), Files.readAllBytes(file));
                } catch (NoSuchFileException vanished) {
                    // A server has deleted it meanwhile.
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
