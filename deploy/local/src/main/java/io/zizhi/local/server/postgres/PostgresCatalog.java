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

    /**
     * Creates the role of a service, its database and the role that owns its tables, unless they exist. Rejects a
     * server that may lose commits.
     *
     * @param service the database as its service uses it
     * @param owner the same database as its owner, which may be the service itself
     */
    void prepare(Database service, Database owner) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String setting : DURABILITY) {
                requireOn(statement, setting);
            }
            statement.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
            role(statement, service);
            role(statement, owner);
            String name = service.username();
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + owner.username());
            }
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
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

    /** Needs no quoting: the names are constants and the password is base64. */
    private static void role(Statement statement, Database database) throws SQLException {
        String name = database.username();
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
            statement.execute("CREATE ROLE " + name + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
        }
        statement.execute("ALTER ROLE " + name + " PASSWORD '" + database.password() + "'");
    }

    /** Lets {@code service} read and write, but not change, the tables that {@code owner} will create in this database. */
    void grant(String service, String owner) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("GRANT CONNECT ON DATABASE " + service + " TO " + service);
            statement.execute("GRANT USAGE ON SCHEMA public TO " + service);
            String future = "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " IN SCHEMA public GRANT ";
            statement.execute(future + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + service);
            statement.execute(future + "USAGE, SELECT ON SEQUENCES TO " + service);
        } catch (SQLException e) {
            throw new LocalFailure("The rights of " + service + " could not be granted: " + e.getMessage(), e);
        }
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
