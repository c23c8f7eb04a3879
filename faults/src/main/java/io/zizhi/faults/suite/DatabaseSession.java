package io.zizhi.faults.suite;

import io.zizhi.local.layout.Service;
import io.zizhi.local.server.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session in a service's database that bypasses the proxies. */
public final class DatabaseSession implements AutoCloseable {

    private final Connection connection;

    private DatabaseSession(Connection connection) {
        this.connection = connection;
    }

    public static DatabaseSession of(FaultySuite suite, Service service) {
        Database database = suite.suite().database(service.module());
        try {
            return new DatabaseSession(
                    DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password()));
        } catch (SQLException failure) {
            throw new IllegalStateException(database + " cannot be reached", failure);
        }
    }

    /** Returns the first column of every row of {@code sql}, as text. */
    public List<String> texts(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (found.next()) {
                texts.add(String.valueOf(found.getString(1)));
            }
            return texts;
        } catch (SQLException failure) {
            throw new IllegalStateException("PostgreSQL rejected " + sql, failure);
        }
    }

    /** Returns the first column of the first row. */
    public Optional<String> text(String sql) {
        return texts(sql).stream().findFirst();
    }

    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("PostgreSQL rejected " + sql, failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("A session cannot be closed", failure);
        }
    }
}
