package io.zizhi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.state.Secrets;
import io.zizhi.local.suite.Infrastructure;
import io.zizhi.local.suite.Infrastructure.Part;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The two roles of a database on a real PostgreSQL, made by the statements of the trial: one migrates, the other one
 * serves.
 */
class MigrationRoleComponentTest {

    private static final String PREFIX = "kubernetes_";

    private static final String MISSING_RIGHTS = """
            select count(*) from pg_class
            where relnamespace = 'public'::regnamespace and relname not in ('audit_entry', 'audit_head', 'audit_anchor')
                and case
                when relkind in ('r', 'p') then not (has_table_privilege(oid, 'select')
                    and has_table_privilege(oid, 'insert')
                    and has_table_privilege(oid, 'update')
                    and has_table_privilege(oid, 'delete'))
                when relkind = 'S' then not has_sequence_privilege(oid, 'usage')
                else false end
            """;

    /** What a newer release leaves behind after a rollback; its version lies below known ones. */
    private static final String UNKNOWN_MIGRATION = """
            insert into flyway_schema_history(
                installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            values (1000, '1.5', 'newer', 'SQL', 'V1_5__newer.sql', 1, current_user, 1, true)
            """;

    private static final Infrastructure SERVERS = Infrastructure.startForTests(Set.of(Part.POSTGRES));

    @ParameterizedTest
    @EnumSource(Service.class)
    void service_uses_the_schema_and_cannot_change_it(Service service) throws IOException, SQLException {
        createDatabase(service);
        Flyway ofService = flyway(service, PREFIX + service.word(), "select 1");
        assertThatThrownBy(ofService::validate).isInstanceOf(FlywayException.class);

        JsonNode settings = Build.of("trial")
                .all("ConfigMap")
                .filter(map -> Build.name(map).startsWith(service.word() + "-migration-"))
                .findFirst()
                .orElseThrow();
        String rights = settings.at("/data/QUARKUS_FLYWAY_INIT_SQL")
                .asText()
                .replace(" to " + service.word(), " to " + PREFIX + service.word());
        flyway(service, PREFIX + service.word() + "_migration", rights).migrate();

        ofService.validate();
        try (Connection connection = connect(service, PREFIX + service.word());
                Statement statement = connection.createStatement()) {
            try (ResultSet missing = statement.executeQuery(MISSING_RIGHTS)) {
                assertThat(missing.next()).isTrue();
                assertThat(missing.getInt(1)).isZero();
            }
            statement.execute("insert into audit_entry(actor, role, account_id, action, object_type, object_id, fields)"
                    + " values ('a', 'operator', 'c', 'd', 'e', 'f', '{}')");
            statement.execute("update audit_head set anchored_in = 1 where chain = 'c' and sequence = 1");
            assertThat(statement.getUpdateCount()).as("heads of its rows").isEqualTo(1);
            statement.execute("update audit_anchor set number = 1");
            for (String change : List.of(
                    "alter table audit_entry disable trigger audit_insert_only",
                    "drop trigger audit_insert_only on audit_entry",
                    "truncate audit_entry",
                    "drop table audit_entry",
                    "update audit_entry set actor = 'x'",
                    "delete from audit_entry",
                    "alter table audit_entry disable trigger audit_chained",
                    "insert into audit_head(chain, sequence, hash) values ('a', 1, '')",
                    "update audit_head set sequence = 1",
                    "delete from audit_head",
                    "drop table audit_head",
                    "delete from audit_anchor",
                    "create table own (id bigint)")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .as(change)
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    @Test
    void release_starts_on_the_schema_of_the_next_one() throws IOException, SQLException {
        Database own = SERVERS.owner(Service.DOCUMENT.module());
        flyway(Service.DOCUMENT, own.jdbcUrl(), own.username(), own.password(), "select 1")
                .migrate();
        try (Connection connection = DriverManager.getConnection(own.jdbcUrl(), own.username(), own.password());
                Statement statement = connection.createStatement()) {
            statement.execute(UNKNOWN_MIGRATION);
        }

        flyway(Service.DOCUMENT, own.jdbcUrl(), own.username(), own.password(), "select 1")
                .validate();
    }

    private static Flyway flyway(Service service, String role, String initSql) throws IOException {
        return flyway(service, url(PREFIX + service.word()), role, role, initSql);
    }

    /** Returns Flyway with the settings of the platform. */
    private static Flyway flyway(Service service, String url, String role, String password, String initSql)
            throws IOException {
        Path root = ProjectFolder.find();
        String[] locations = Stream.of("platform", service.module())
                .map(module -> "filesystem:" + root.resolve(module).resolve("src/main/resources/db/migration"))
                .toArray(String[]::new);
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(
                root.resolve("platform/src/main/resources/META-INF/microprofile-config.properties"))) {
            settings.load(file);
        }
        String ignored = settings.getProperty("quarkus.flyway.ignore-migration-patterns");
        return Flyway.configure()
                .dataSource(url, role, password)
                .locations(locations)
                .outOfOrder(true)
                .ignoreMigrationPatterns(ignored.split(",", -1))
                .initSql(initSql)
                .load();
    }

    /** Runs the statements that the trial's script passes to psql; the password of a role is its name. */
    private static void createDatabase(Service service) throws IOException, SQLException {
        String role = PREFIX + service.word();
        String script = Files.readString(Build.FOLDER.resolve("overlays/trial/servers/roles.sh"));
        String statements = script.substring(script.indexOf("<<'SQL'\n") + 8, script.indexOf("\nSQL\n"))
                .replace(":\"service\"", role)
                .replace(":\"migration\"", role + "_migration")
                .replace(":'password'", "'" + role + "'")
                .replace(":'migration_password'", "'" + role + "_migration'");
        String password = new Secrets(SERVERS.folder().resolve("secrets")).get("database-postgres");
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", password);
                Statement statement = connection.createStatement()) {
            for (String single : statements.split(";", -1)) {
                if (!single.isBlank()) {
                    statement.execute(single);
                }
            }
        }
    }

    private static Connection connect(Service service, String role) throws SQLException {
        return DriverManager.getConnection(url(PREFIX + service.word()), role, role);
    }

    private static String url(String database) {
        return SERVERS.database(Service.REVIEW.module()).jdbcUrl().replaceFirst("/[^/]*$", "/" + database);
    }
}
