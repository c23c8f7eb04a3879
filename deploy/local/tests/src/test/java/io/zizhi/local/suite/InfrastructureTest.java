package io.zizhi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.contracts.Topics;
import io.zizhi.local.SignedRequest;
import io.zizhi.local.layout.Progress;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.server.postgres.PostgresServer;
import io.zizhi.local.suite.Infrastructure.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Starts all servers at once, as tests of the services and {@code ./zizhi up} do. */
class InfrastructureTest {

    private static Infrastructure infrastructure = start();

    private static Infrastructure start() {
        return Infrastructure.startForTests(EnumSet.allOf(Part.class));
    }

    @BeforeAll
    static void second_start_in_same_jvm_reuses_servers() {
        Infrastructure second = start();
        assertThat(second.bootstrapServers()).isEqualTo(infrastructure.bootstrapServers());
        assertThat(second.database("review-service")).isEqualTo(infrastructure.database("review-service"));
        assertThat(second.objectStore()).isEqualTo(infrastructure.objectStore());
        assertThat(second.identity().issuer())
                .isEqualTo(infrastructure.identity().issuer());
        infrastructure = second;
    }

    @Test
    void commits_survive_database_crash() throws Exception {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
            assertThat(ask(infrastructure.database("review-service"), "SHOW " + setting))
                    .isEqualTo("on");
        }
    }

    @Test
    void service_can_access_only_its_own_database() throws Exception {
        Database review = infrastructure.database("review-service");
        ask(review, "CREATE TABLE proof (id int); SELECT 'made'");
        String other = infrastructure.database("document-service").jdbcUrl();
        assertThatThrownBy(() -> DriverManager.getConnection(other, review.username(), review.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ask(review, "CREATE DATABASE mine")).hasMessageContaining("permission denied");
    }

    @Test
    void database_rejects_wrong_password() {
        Database review = infrastructure.database("review-service");
        assertThatThrownBy(() -> DriverManager.getConnection(review.jdbcUrl(), review.username(), "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void broker_has_all_topics_and_creates_no_others() throws Exception {
        List<String> expected = new ArrayList<>();
        for (String topic : Topics.ALL) {
            expected.add(topic + "-" + (Topics.PARTITIONS - 1));
            expected.add(Topics.deadLetter(topic, "review-service") + "-0");
            expected.add(Topics.deadLetter(topic, "platform") + "-0");
        }
        awaitPartitions(expected);
        assertThat(Files.readString(infrastructure.folder().resolve("kafka/server.properties")))
                .contains("auto.create.topics.enable=false");
    }

    /** Waits for partition folders. The broker confirms a topic before it has created them. */
    private static void awaitPartitions(List<String> expected) throws IOException {
        Path data = infrastructure.folder().resolve("data/kafka");
        Instant deadline = Instant.now().plusSeconds(120);
        while (!expected.stream().allMatch(partition -> Files.exists(data.resolve(partition)))
                && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(10_000_000);
        }
        try (var folders = Files.list(data)) {
            assertThat(folders.map(folder -> folder.getFileName().toString())).containsAll(expected);
        }
    }

    @Test
    void store_keeps_object_and_rejects_wrong_key() throws Exception {
        var store = infrastructure.objectStore();
        assertThat(SignedRequest.send(store, store.secretKey(), "PUT", "a/b", "content")
                        .statusCode())
                .isEqualTo(200);
        assertThat(SignedRequest.send(store, store.secretKey(), "GET", "a/b", "")
                        .body())
                .isEqualTo("content");
        assertThat(SignedRequest.send(store, "wrong", "GET", "a/b", "").statusCode())
                .isEqualTo(403);
        assertThat(SignedRequest.send(store, "wrong", "PUT", "a/c", "content").statusCode())
                .isEqualTo(403);
    }

    @Test
    void applicant_gets_token_with_account_and_role() {
        assertThat(claims(infrastructure.identity().userToken("applicant-a")))
                .contains("\"sub\":\"applicant-a\"", "\"account\":\"company-a\"", "\"roles\":[\"applicant\"]")
                .contains(
                        "\"aud\":\"zizhi\"",
                        "\"iss\":\"" + infrastructure.identity().issuer() + "\"");
    }

    @Test
    void service_gets_token_for_called_service() {
        String token = infrastructure.identity().serviceToken("qualification-service", "document-service");
        assertThat(claims(token))
                .contains("\"sub\":\"qualification-service\"", "\"aud\":\"document-service\"")
                .contains("\"roles\":[\"service\"]");
    }

    @Test
    void secrets_and_keysets_are_private() throws Exception {
        try (var files = Files.walk(infrastructure.folder().resolve("secrets"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
        assertThat(Files.getPosixFilePermissions(
                        infrastructure.encryptionDirectory("review-service").resolve("master.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void killed_database_restarts_although_its_pid_was_reused() throws Exception {
        Database review = infrastructure.database("notification-service");
        ask(review, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (7); SELECT 'kept'");
        ServerProcess.running("postgres", infrastructure.folder()).orElseThrow().kill();
        Process stranger = new ProcessBuilder("sleep", "1000").start();
        try {
            giveLockFileTo(stranger.pid());
            infrastructure = start();
        } finally {
            stranger.destroyForcibly();
        }
        assertThat(ask(infrastructure.database("notification-service"), "SELECT id FROM kept"))
                .isEqualTo("7");
    }

    /** Every test JVM stops its database like this. Leaked segments would outlive their folder. */
    @Test
    void immediate_stop_leaves_no_shared_memory() throws Exception {
        Path folder = TestFolder.temporary("-shared-memory");
        Infrastructure.start(folder, Ports.random(), EnumSet.of(Part.POSTGRES), Progress.silent());
        ServerProcess server =
                ServerProcess.running(PostgresServer.NAME, folder).orElseThrow();
        List<Path> segments = sharedMemory(server.pid());
        assertThat(segments)
                .isNotEmpty()
                .allSatisfy(segment -> assertThat(segment).exists());
        PostgresServer.stopAtOnce(folder);
        assertThat(server.alive()).isFalse();
        assertThat(segments).allSatisfy(segment -> assertThat(segment).doesNotExist());
    }

    private static List<Path> sharedMemory(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "maps"))) {
            return lines.filter(line -> line.contains("/dev/shm/"))
                    .map(line -> Path.of(line.substring(line.indexOf("/dev/shm/"))))
                    .distinct()
                    .toList();
        }
    }

    private static void giveLockFileTo(long pid) throws IOException {
        Path lock = infrastructure.folder().resolve("data/postgres/postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(lock));
        lines.set(0, Long.toString(pid));
        Files.write(lock, lines);
    }

    private static String ask(Database database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                assertThat(result.next()).isTrue();
                return result.getString(1);
            }
        }
    }

    private static String claims(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.')));
        return new String(claims, StandardCharsets.UTF_8);
    }
}
