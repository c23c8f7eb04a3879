package io.zizhi.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.privacy.encryption.AccountKeys;
import io.zizhi.platform.privacy.encryption.IndexKeys;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobKind;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobs;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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
            "dead_letter.record_key",
            "index_key.wrapped");

    /** Keyed hashes that are not computed again, but expire (see {@code HashLife}). */
    private static final Set<String> EXPIRING = Set.of("phone_code_failures.phone_index", "sms_test_send.phone_index");

    private static final String HASH_COLUMNS = """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and column_name like '%\\_index'
            """;

    private static final String BINARY_COLUMNS = """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and data_type = 'bytea'
            """;

    /** An account with keys and without data. */
    private static final String WALKED = "walked-account";

    private EncryptedTables() {}

    /** Checks that every binary column and keyed hash is registered, then walks through all registered tables. */
    public static void check(DataSource database, List<EncryptedTable> tables, KeyJobs jobs) throws SQLException {
        Set<String> registered = new TreeSet<>(OTHER);
        tables.forEach(table -> table.columns().forEach(column -> registered.add(table.table() + "." + column)));
        assertThat(texts(database, BINARY_COLUMNS))
                .as("columns of type bytea; register encrypted ones as EncryptedTable")
                .containsExactlyInAnyOrderElementsOf(registered);
        checkHashes(database, tables);
        walk(database, jobs, KeyJobKind.SHARED_KEYSETS, null);
        walk(database, jobs, KeyJobKind.INDEX_KEY, null);
        AccountKeys keys = CDI.current().select(AccountKeys.class).get();
        Reactive.inTransaction(() -> keys.newest(WALKED));
        walk(database, jobs, KeyJobKind.ACCOUNT_KEY, WALKED);
    }

    private static void checkHashes(DataSource database, List<EncryptedTable> tables) throws SQLException {
        Set<String> registered = new TreeSet<>(EXPIRING);
        for (EncryptedTable table : tables) {
            EncryptedTable.Hashes hashes = table.hashes();
            if (hashes != null) {
                hashes.columns().forEach(column -> registered.add(table.table() + "." + column));
            }
        }
        assertThat(registered)
                .as("columns of keyed hashes; register them with EncryptedTable.hashed")
                .containsAll(texts(database, HASH_COLUMNS));
    }

    private static void walk(DataSource database, KeyJobs jobs, KeyJobKind kind, @Nullable String account) {
        Reactive.inTransaction(() -> jobs.start(kind, account, "operator", "test"));
        IndexKeyReplacement.await(jobs, CDI.current().select(IndexKeys.class).get())
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
