package io.zizhi.document.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Reads the database of the service under test directly. */
@ApplicationScoped
public class Rows {

    private final DataSource database;

    Rows(DataSource database) {
        this.database = database;
    }

    /** Returns the single text that the query finds; empty if it finds no row. */
    public String text(String query, String parameter) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? String.valueOf(result.getString(1)) : "";
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
