package io.zizhi.e2e.restore;

import io.zizhi.local.state.Secrets;
import io.zizhi.local.suite.Suite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Copies of single databases, each made at a different moment, like separate dumps. PostgreSQL copies them itself,
 * because the test servers have no {@code pg_dump}.
 */
final class DatabaseCopies {

    private static final String ADMIN = "postgres";

    private final Suite suite;

    DatabaseCopies(Suite suite) {
        this.suite = suite;
    }

    /**
     * Copies the database while its service runs; the service reconnects afterwards.
     *
     * @param copy name of the copy
     */
    void save(String name, String copy) {
        execute("alter database " + name + " allow_connections false");
        try {
            execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            execute("create database " + name + "_" + copy + " template " + name + " owner " + name);
        } finally {
            execute("alter database " + name + " allow_connections true");
        }
    }

    void lose(String name) {
        execute("drop database " + name + " with (force)");
    }

    void restore(String name, String copy) {
        execute("alter database " + name + "_" + copy + " rename to " + name);
    }

    /** Performs the runbook's step that comes before the start of the service. */
    void raiseEpoch(String name) {
        execute(name, "select producer_restored(clock_timestamp())");
    }

    private void execute(String sql) {
        execute(ADMIN, sql);
    }

    private void execute(String database, String sql) {
        String service = suite.database("review-service").jdbcUrl();
        String url = service.substring(0, service.lastIndexOf('/') + 1) + database;
        String password = new Secrets(suite.infrastructure().folder().resolve("secrets")).get("database-postgres");
        try (Connection connection = DriverManager.getConnection(url, ADMIN, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
