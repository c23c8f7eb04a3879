package io.zizhi.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobKind;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobs;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Checks that work on keys finds every encrypted value of a service. */
public final class EncryptedTables {

    /** Binary columns of the platform that no account key encrypts. */
    private static final Set<String> OTHER = Set.of(
            "account_key.fields",
            "account_key.objects",
            "audit_entry.hash",
            "audit_entry.previous_hash",
            "audit_head.hash",
            "dead_letter.content",
            "dead_letter.record_key");

    private static final String BINARY_COLUMNS = """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and data_type = 'bytea'
            """;

    private EncryptedTables() {}

    /** Checks that every binary column is registered, then walks through all registered tables. */
    public static void check(DataSource database, List<EncryptedTable> tables, KeyJobs jobs) throws SQLException {
        Set<String> registered = new TreeSet<>(OTHER);
        tables.forEach(table -> table.columns().forEach(column -> registered.add(table.table() + "." + column)));
        assertThat(texts(database, BINARY_COLUMNS))
                .as("columns of type bytea; register encrypted ones as EncryptedTable")
                .containsExactlyInAnyOrderElementsOf(registered);
        Reactive.inTransaction(() -> jobs.start(KeyJobKind.SHARED_KEYSETS, null, "operator", "test"));
        jobs.wake();
        Waits.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(
                        () -> texts(
                                database,
                                "select state || coalesce(failure, '') from key_job order by id desc limit 1"),
                        List.of("FINISHED")::equals);
    }

    private static List<String> texts(DataSource database, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
