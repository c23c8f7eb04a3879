package io.zizhi.bench.site;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Runs the measuring program's own statements. */
public final class Sql {

    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    private Sql() {}

    public static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    public static long number(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    public static List<Double> numbers(Connection connection, String sql, Object... parameters) throws SQLException {
        List<Double> numbers = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                numbers.add(rows.getDouble(1));
            }
        }
        return numbers;
    }

    /** Polls a hundred times a second until the statement returns 0, for at most {@code seconds}. */
    public static void awaitZero(Connection connection, long seconds, String sql, Object... parameters)
            throws SQLException {
        long end = System.nanoTime() + seconds * 1_000_000_000;
        while (number(connection, sql, parameters) != 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not done after " + seconds + " s: " + sql);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
        return statement;
    }
}
