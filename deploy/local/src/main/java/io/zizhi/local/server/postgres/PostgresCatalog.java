package io.zizhi.local.server.postgres;

import io.zizhi.local.layout.LocalFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The roles, databases and durability settings of a PostgreSQL server, accessed as its administrator. */
final class PostgresCatalog {

    /** The administrator's role and database. */
    static final String ADMIN = "postgres";

    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final Database admin;

    PostgresCatalog(Database admin) {
        this.admin = admin;
    }

    /** Returns the reason why the server accepts no queries; empty once it does. */
    String complaint() {
        try (Connection connection = connect()) {
            return connection.isValid(5) ? "" : "it does not accept queries";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage()).strip();
        }
    }

    /** Creates missing roles and databases, and rejects a server that may lose commits. */
    void prepare(List<Database> databases) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String setting : DURABILITY) {
                requireOn(statement, setting);
            }
            statement.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
            for (Database database : databases) {
                prepare(statement, database);
            }
        } catch (SQLException e) {
            throw new LocalFailure("PostgreSQL rejects its administrator: " + e.getMessage(), e);
        }
    }

    private static void requireOn(Statement statement, String setting) throws SQLException {
        try (ResultSet result = statement.executeQuery("SHOW " + setting)) {
            if (!result.next() || !"on".equals(result.getString(1))) {
                throw new LocalFailure("PostgreSQL runs with " + setting
                        + " off, so a crash could lose commits. Check postgresql.auto.conf.");
            }
        }
    }

    /**
     * Creates the role and the database. The statements need no quoting: the names are constants and the password is
     * base64.
     */
    private static void prepare(Statement statement, Database database) throws SQLException {
        String name = database.username();
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
            statement.execute("CREATE ROLE " + name + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
        }
        statement.execute("ALTER ROLE " + name + " PASSWORD '" + database.password() + "'");
        if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        }
        statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(admin.jdbcUrl(), admin.username(), admin.password());
    }
}
