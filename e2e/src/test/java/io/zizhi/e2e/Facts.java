package io.zizhi.e2e;

import io.zizhi.local.server.Database;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What stands in the database of a service, read past the service. */
final class Facts {

    private final Database database;

    Facts(String service) {
        this.database = RunningSuite.get().database(service);
    }

    long count(String sql) {
        return numbers(sql).getFirst();
    }

    /** The first column of every row. */
    List<Long> numbers(String sql) {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Long> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
