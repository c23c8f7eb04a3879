package io.zizhi.e2e.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.zizhi.e2e.Waiting;
import io.zizhi.e2e.tls.Imposter.Protocol;
import io.zizhi.local.layout.Programs;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.Port;
import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.Keysets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts a service with the settings of the production manifests while other servers stand at the addresses of
 * PostgreSQL, Kafka and the identity provider. The service must send them nothing if their certificate is from another
 * authority, or for another name. The manifests are those of the overlay {@code containers}, because its addresses are
 * on this machine. Webhooks, the SMS gateway and the object store have tests of their own.
 */
@Tag("long")
class WrongCertificatesIT {

    private static final Service SERVICE = Service.NOTIFICATION;
    private static final String HERE = "127.0.0.1";

    /** Also this machine, but not a name of the certificate. */
    private static final String ELSEWHERE = "127.0.0.2";

    private static final Pattern CERTIFICATE_ALERT = Pattern.compile("certificate_unknown|bad_certificate|unknown_ca");

    @TempDir
    static Path folder;

    private static Certificates trusted;
    private static Certificates foreign;

    @BeforeAll
    static void create_certificates() {
        trusted = certificates("trusted");
        foreign = certificates("foreign");
    }

    /** The control: otherwise the service might send nothing for other reasons. */
    @Test
    void service_sends_data_to_servers_with_right_certificate() throws Exception {
        try (Servers servers = new Servers(HERE, trusted)) {
            run(
                    servers,
                    () -> servers.all().stream()
                            .allMatch(server -> !server.trusting().isEmpty()));
        }
    }

    @Test
    void service_sends_nothing_to_servers_certified_by_another_authority() throws Exception {
        try (Servers servers = new Servers(HERE, foreign)) {
            requireRefusals(servers);
        }
    }

    @Test
    void service_sends_nothing_to_servers_certified_for_another_name() throws Exception {
        try (Servers servers = new Servers(ELSEWHERE, trusted)) {
            requireRefusals(servers);
        }
    }

    /** Migrations use another driver than the service; its address has its settings of TLS. */
    @Test
    void migration_sends_nothing_to_a_database_with_wrong_certificate() throws Exception {
        try (Servers right = new Servers(HERE, trusted);
                Servers other = new Servers(HERE, foreign);
                Servers elsewhere = new Servers(ELSEWHERE, trusted)) {
            for (Servers servers : List.of(right, other, elsewhere)) {
                String address = settings(servers).getOrDefault("QUARKUS_DATASOURCE_JDBC_URL", "");
                assertThat(address).contains(servers.postgres.address());
                assertThatThrownBy(() -> DriverManager.getConnection(address, "migration", "none"))
                        .isInstanceOf(SQLException.class);
            }
            assertThat(right.postgres.trusting()).isNotEmpty();
            assertThat(other.postgres.trusting()).isEmpty();
            assertThat(elsewhere.postgres.trusting()).isEmpty();
        }
    }

    private static void requireRefusals(Servers servers) throws Exception {
        run(servers, () -> servers.all().stream().allMatch(WrongCertificatesIT::isRefused));
        for (Imposter server : servers.all()) {
            assertThat(server.trusting()).as(server.address()).isEmpty();
        }
    }

    /** Connections may also end because the service ends. */
    private static boolean isRefused(Imposter server) {
        return server.refusals().stream()
                .anyMatch(reason -> CERTIFICATE_ALERT.matcher(reason).find());
    }

    private interface Condition {
        boolean isMet();
    }

    /** Runs the service until the condition is met. */
    private static void run(Servers servers, Condition condition) throws IOException {
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Programs.current().jar(SERVICE).toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(settings(servers));
        Process service = builder.start();
        try {
            Waiting.until("connections to all servers, or the end of the service", () -> {
                boolean hasEnded = !service.isAlive();
                return condition.isMet() || hasEnded ? Optional.of(true) : Optional.empty();
            });
        } finally {
            service.destroyForcibly().onExit().join();
        }
        assertThat(condition.isMet()).as(Files.readString(log)).isTrue();
    }

    /** Returns the variables of the service's container, with the addresses and files of this test. */
    private static Map<String, String> settings(Servers servers) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (String name : List.of("zizhi", SERVICE.module())) {
            configMap(name)
                    .properties()
                    .forEach(entry -> settings.put(
                            entry.getKey(), replaced(servers, entry.getValue().asText())));
        }
        // it would wait for the database before it contacts another server
        settings.put("QUARKUS_FLYWAY_VALIDATE_AT_START", "false");
        int port = Port.freeWithManagement();
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(Port.management(port)));
        settings.put("ZIZHI_INTERNAL_PORT", Integer.toString(Port.internal(port)));
        Path keysets = Keysets.of(SERVICE.word(), folder.resolve("keysets"));
        settings.put("ZIZHI_ENCRYPTION_DIRECTORY", keysets.toString());
        settings.put("ZIZHI_AUDIT_ANCHORS_FOLDER", folder.resolve("anchors").toString());
        settings.put("ZIZHI_AUDIT_ANCHORS_KEY", Keysets.anchorKey(keysets));
        settings.put("ZIZHI_IDENTITY_CLIENT_SECRET", "none");
        settings.put("ZIZHI_SMS_HTTP_SECRET", "whsec_" + Keysets.anchorKey(keysets));
        settings.put("QUARKUS_DATASOURCE_PASSWORD", "none");
        settings.put(
                "KAFKA_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"none\""
                        + " password=\"none\";");
        return settings;
    }

    private static String replaced(Servers servers, String value) {
        Map<String, String> replacements = new LinkedHashMap<>();
        replacements.put(HERE + ":15432", servers.postgres.address());
        replacements.put(HERE + ":19092", servers.kafka.address());
        replacements.put(HERE + ":18080", servers.identity.address());
        replacements.put("/etc/zizhi/database/ca.crt", trusted.authority().toString());
        replacements.put("/etc/zizhi/kafka/ca.crt", trusted.authority().toString());
        replacements.put(
                "/etc/zizhi/truststore/truststore.p12", trusted.trustStore().toString());
        replacements.put("changeit", trusted.trustPassword());
        String replaced = value;
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            replaced = replaced.replace(replacement.getKey(), replacement.getValue());
        }
        return replaced;
    }

    private static JsonNode configMap(String name) throws IOException {
        try (var manifests = new ObjectMapper(new YAMLFactory())
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(kustomize("deploy/kubernetes/overlays/containers"))) {
            return manifests.readAll().stream()
                    .filter(manifest -> manifest.path("kind").asText().equals("ConfigMap"))
                    .filter(manifest -> manifest.at("/metadata/name").asText().matches(name + "-[a-z0-9]{10}"))
                    .map(manifest -> manifest.path("data"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Only CI must have kustomize. */
    private static byte[] kustomize(String overlay) throws IOException {
        try {
            Process build = new ProcessBuilder("kustomize", "build", overlay)
                    .directory(ProjectFolder.find().toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            byte[] output = build.getInputStream().readAllBytes();
            assertThat(build.onExit().join().exitValue()).isZero();
            return output;
        } catch (IOException missing) {
            assumeTrue("true".equals(System.getenv("CI")), "kustomize is not installed");
            throw missing;
        }
    }

    private static Certificates certificates(String name) {
        Path home = folder.resolve(name);
        Certificates.create(home);
        return Certificates.of(home).orElseThrow();
    }

    /** The servers that stand at the addresses of the real ones. */
    private static final class Servers implements AutoCloseable {

        private final Imposter postgres;
        private final Imposter kafka;
        private final Imposter identity;

        Servers(String address, Certificates certificates) {
            this.postgres = Imposter.start(Protocol.POSTGRESQL, address, certificates);
            this.kafka = Imposter.start(Protocol.TLS, address, certificates);
            this.identity = Imposter.start(Protocol.TLS, address, certificates);
        }

        List<Imposter> all() {
            return List.of(postgres, kafka, identity);
        }

        @Override
        public void close() {
            all().forEach(Imposter::close);
        }
    }
}
