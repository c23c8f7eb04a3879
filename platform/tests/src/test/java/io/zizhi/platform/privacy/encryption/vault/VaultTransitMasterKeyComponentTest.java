package io.zizhi.platform.privacy.encryption.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.platform.privacy.encryption.MasterKey;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Replays the requests and answers that Vault's documentation shows (api-docs/secret/transit, api-docs/auth/kubernetes).
 * No real Vault takes part.
 */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class VaultTransitMasterKeyComponentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** From the sample of "Encrypt Data": base64 of "the quick brown fox" and a line feed. */
    private static final String PLAIN = "the quick brown fox\n";

    private static final String CIPHERTEXT = "vault:v1:XjsPWPjqPrBi1N2Ms2s1QM798YyFWnO4TR4lsFA=";
    private static final String ENCRYPTED = "{\"data\": {\"ciphertext\": \"" + CIPHERTEXT + "\"}}";
    private static final String DECRYPTED = "{\"data\": {\"plaintext\": \"dGhlIHF1aWNrIGJyb3duIGZveAo=\"}}";
    private static final String SIGNED_IN = "{\"auth\": {\"client_token\": \"38fe9691-e623-7238-f618-c94d4e7bc674\"}}";

    /** The members of the sample of "Read Key" that are read, after one rotation. */
    private static final String KEY = "{\"data\": {\"type\": \"aes256-gcm96\", \"deletion_allowed\": false,"
            + " \"keys\": {\"1\": 1442851412, \"2\": 1442851500}, \"latest_version\": 2,"
            + " \"min_available_version\": 0, \"min_decryption_version\": 1, \"min_encryption_version\": 0}}";

    private record Asked(String path, String token, JsonNode body) {}

    private record Answer(int status, String body) {}

    private final List<Asked> asked = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void encrypts_as_documented() throws IOException {
        answers.add(new Answer(200, ENCRYPTED));
        MasterKey key = withTokenFile();
        MasterKey.Wrapped wrapped = Reactive.run(() -> key.wrap(PLAIN.getBytes(StandardCharsets.UTF_8), "review"));

        assertThat(wrapped.text()).isEqualTo(CIPHERTEXT);
        assertThat(wrapped.version()).isEqualTo("1");
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().path()).isEqualTo("/v1/transit/encrypt/my-key");
        assertThat(asked.getFirst().token()).isEqualTo("a-token");
        assertThat(asked.getFirst().body().path("plaintext").asText()).isEqualTo("dGhlIHF1aWNrIGJyb3duIGZveAo=");
        assertThat(asked.getFirst().body().path("associated_data").asText()).isEqualTo("cmV2aWV3");
    }

    @Test
    void decrypts_as_documented() throws IOException {
        answers.add(new Answer(200, DECRYPTED));
        byte[] plain = unwrap(withTokenFile());

        assertThat(new String(plain, StandardCharsets.UTF_8)).isEqualTo(PLAIN);
        assertThat(asked.getFirst().path()).isEqualTo("/v1/transit/decrypt/my-key");
        assertThat(asked.getFirst().body().path("ciphertext").asText()).isEqualTo(CIPHERTEXT);
    }

    @Test
    void destroys_a_version_by_both_minimums_and_a_trim() throws IOException {
        answers.add(new Answer(200, KEY));
        answers.add(new Answer(204, ""));
        answers.add(new Answer(204, ""));
        MasterKey key = withTokenFile();
        assertThat(Reactive.run(() -> key.destroy("1"))).isTrue();

        assertThat(asked)
                .extracting(Asked::path)
                .containsExactly(
                        "/v1/transit/keys/my-key", "/v1/transit/keys/my-key/config", "/v1/transit/keys/my-key/trim");
        assertThat(asked.get(1).body().toString())
                .isEqualTo("{\"min_decryption_version\":2,\"min_encryption_version\":2}");
        assertThat(asked.get(2).body().toString()).isEqualTo("{\"min_available_version\":2}");
    }

    @Test
    void destruction_lowers_no_minimum() throws IOException {
        answers.add(new Answer(
                200,
                KEY.replace("\"min_decryption_version\": 1", "\"min_decryption_version\": 4")
                        .replace("\"min_encryption_version\": 0", "\"min_encryption_version\": 5")));
        answers.add(new Answer(204, ""));
        answers.add(new Answer(204, ""));
        MasterKey key = withTokenFile();
        assertThat(Reactive.run(() -> key.destroy("1"))).isTrue();

        assertThat(asked.get(1).body().toString())
                .isEqualTo("{\"min_decryption_version\":4,\"min_encryption_version\":5}");
        assertThat(asked.get(2).body().toString()).isEqualTo("{\"min_available_version\":2}");
    }

    @Test
    void destroyed_version_is_not_destroyed_again() throws IOException {
        answers.add(new Answer(200, KEY.replace("\"min_available_version\": 0", "\"min_available_version\": 2")));
        MasterKey key = withTokenFile();
        assertThat(Reactive.run(() -> key.destroy("1"))).isFalse();
        assertThat(asked).hasSize(1);
    }

    @Test
    void earlier_versions_end_with_a_destroyed_one() throws IOException {
        answers.add(new Answer(200, KEY));
        MasterKey key = withTokenFile();
        assertThat(Reactive.run(key::newestVersion)).isEqualTo("2");
        assertThat(key.isDestroyedWith("2", "1")).isTrue();
        assertThat(key.isDestroyedWith("2", "2")).isTrue();
        assertThat(key.isDestroyedWith("2", "3")).isFalse();
    }

    @Test
    void signs_in_with_the_service_account_and_again_when_the_token_expired() throws IOException {
        Files.writeString(folder.resolve("jwt"), "a-jwt\n");
        answers.add(new Answer(200, SIGNED_IN));
        answers.add(new Answer(200, DECRYPTED));
        answers.add(new Answer(403, "{\"errors\": [\"permission denied\"]}"));
        answers.add(new Answer(200, SIGNED_IN.replace("38fe", "49fe")));
        answers.add(new Answer(200, DECRYPTED));
        MasterKey key = key(Map.of(
                "kubernetes-role",
                "dev-role",
                "service-account-token",
                folder.resolve("jwt").toString()));
        unwrap(key);
        unwrap(key);

        assertThat(asked)
                .extracting(Asked::path)
                .containsExactly(
                        "/v1/auth/kubernetes/login",
                        "/v1/transit/decrypt/my-key",
                        "/v1/transit/decrypt/my-key",
                        "/v1/auth/kubernetes/login",
                        "/v1/transit/decrypt/my-key");
        assertThat(asked.getFirst().body().path("role").asText()).isEqualTo("dev-role");
        assertThat(asked.getFirst().body().path("jwt").asText()).isEqualTo("a-jwt");
        assertThat(asked.getLast().token()).startsWith("49fe");
    }

    @ParameterizedTest
    @CsvSource({"/vault", "/vault/"})
    void address_may_have_a_path(String path) throws IOException {
        answers.add(new Answer(200, DECRYPTED));
        unwrap(key(Map.of("token-file", tokenFile().toString()), path));

        assertThat(asked.getFirst().path()).isEqualTo("/vault/v1/transit/decrypt/my-key");
    }

    @ParameterizedTest
    @CsvSource({"400,REFUSED", "403,DENIED", "404,MISSING", "503,SEALED", "500,UNEXPECTED", "307,UNEXPECTED"})
    void failures_say_what_to_do(int status, VaultFailure.Kind kind) throws IOException {
        answers.add(new Answer(status, "{\"errors\": [\"a reason\"]}"));
        MasterKey key = withTokenFile();
        assertThatThrownBy(() -> unwrap(key))
                .isInstanceOfSatisfying(
                        VaultFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind))
                .hasMessageNotContaining("a-token");
    }

    @Test
    void silent_vault_fails_after_the_time_out() throws IOException {
        MasterKey key = key(Map.of("token-file", tokenFile().toString(), "timeout", "PT0.2S"));
        assertThatThrownBy(() -> unwrap(key))
                .satisfies(failure -> assertThat(Stream.iterate(failure, Objects::nonNull, Throwable::getCause))
                        .as("time-out while connecting or while waiting for the answer")
                        .hasAtLeastOneElementOfType(HttpTimeoutException.class));
    }

    @Test
    void needs_a_way_to_sign_in() {
        assertThatThrownBy(() -> key(Map.of())).hasMessageContaining("zizhi.vault.token-file");
    }

    private static byte[] unwrap(MasterKey key) {
        return Reactive.run(() -> key.unwrap(CIPHERTEXT, "review"));
    }

    private MasterKey withTokenFile() throws IOException {
        return key(Map.of("token-file", tokenFile().toString()));
    }

    private Path tokenFile() throws IOException {
        return Files.writeString(folder.resolve("token"), "a-token\n");
    }

    private MasterKey key(Map<String, String> settings) {
        return key(settings, "");
    }

    private MasterKey key(Map<String, String> settings, String path) {
        Map<String, String> all = new HashMap<>(Map.of("zizhi.vault.key", "my-key"));
        settings.forEach((name, value) -> all.put("zizhi.vault." + name, value));
        VaultConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(VaultConfig.class)
                .withDefaultValues(all)
                .build()
                .getConfigMapping(VaultConfig.class);
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return new VaultTransitMasterKey(config, address, JSON);
    }

    /** Gives the next answer; none: stays silent until the server stops. */
    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        String token = exchange.getRequestHeaders().getFirst("X-Vault-Token");
        asked.add(new Asked(exchange.getRequestURI().getPath(), String.valueOf(token), body));
        Answer answer = answers.poll();
        if (answer != null) {
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }
    }
}
