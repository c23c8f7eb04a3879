package io.zizhi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands {@code trial} and {@code keysets} against a kubectl that only records its calls. */
class TrialTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void simulate_kubectl() throws IOException {
        Path kubectl = folder.resolve("kubectl");
        Files.writeString(kubectl, """
                #!/bin/bash
                set -e
                cd %s
                echo "$*" >> calls
                case "$*" in
                *"get secrets --output name")
                    [[ ! -e unreachable ]]
                    [[ ! -e shared ]] || echo secret/zizhi-keysets
                    [[ ! -e existing ]] || cat existing
                    [[ ! -e secrets.yaml ]] || sed -n 's|^  name: |secret/|p' secrets.yaml
                    ;;
                *"get secret zizhi-keysets"*)
                    for name in fields objects blind-index; do
                        [[ "$*" != *"{.data.$name"?.json* ]] || base64 -w 0 shared/$name.json
                    done
                    ;;
                *"create --filename -") cat > secrets.yaml ;;
                *"rollout status"*) [[ ! -e broken ]] ;;
                esac
                """.formatted(folder));
        Files.setPosixFilePermissions(kubectl, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void creates_every_secret_that_pods_read() throws IOException {
        assertThat(trial("up").exitCode()).isZero();
        Map<String, Set<String>> created = new TreeMap<>();
        secrets().forEach((name, data) -> created.put(name, data.keySet()));

        Map<String, Set<String>> read = SecretsTest.read(Build.of("trial"));
        for (String service : List.of("qualification", "document", "review", "notification")) {
            read.merge(service + "-keysets", Set.of("master.json", "blind-index.json"), TrialTest::union);
        }
        read.merge("kafka-users", Set.of("login.conf", "client.properties"), TrialTest::union);
        assertThat(created.keySet()).isEqualTo(read.keySet());
        read.forEach((name, keys) -> assertThat(created.get(name)).as(name).containsAll(keys));
    }

    @Test
    void second_start_keeps_secrets() throws IOException {
        trial("up");
        String first = Files.readString(folder.resolve("secrets.yaml"));
        assertThat(trial("up").exitCode()).isZero();
        assertThat(folder.resolve("secrets.yaml")).content().isEqualTo(first);
        assertThat(Files.readAllLines(folder.resolve("calls")).stream().filter(call -> call.contains("--kustomize")))
                .hasSize(2);
    }

    @Test
    void later_start_creates_only_missing_secrets() throws IOException {
        trial("up");
        Set<String> missing = Set.of("carrier-filing-system-identity", "document-anchors");
        List<String> existing = secrets().keySet().stream()
                .filter(name -> !missing.contains(name))
                .map(name -> "secret/" + name)
                .toList();
        Files.write(folder.resolve("existing"), existing);
        Files.delete(folder.resolve("secrets.yaml"));

        assertThat(trial("up").exitCode()).isZero();

        assertThat(secrets().keySet()).isEqualTo(missing);
    }

    /** The data of an older trial is encrypted with keysets that all services shared. */
    @Test
    void services_of_older_trial_keep_the_shared_keysets() throws IOException {
        Map<String, String> shared = share("fields", "objects", "blind-index");
        assertThat(trial("up").exitCode()).isZero();
        for (String service : List.of("qualification", "document", "review", "notification")) {
            assertThat(secrets().get(service + "-keysets"))
                    .containsAllEntriesOf(shared)
                    .containsKey("master.json");
        }
        assertThat(secret("review-keysets", "master.json")).isNotEqualTo(secret("document-keysets", "master.json"));
    }

    @Test
    void missing_shared_keyset_creates_no_secrets() throws IOException {
        share("fields", "objects");
        Files.createFile(folder.resolve("shared/blind-index.json"));
        Program.Result result = trial("up");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("no blind-index.json", "docs/upgrade.md");
        assertThat(folder.resolve("secrets.yaml")).doesNotExist();
    }

    @Test
    void waits_for_every_server_and_service() throws IOException {
        trial("up");
        assertThat(Files.readAllLines(folder.resolve("calls")).stream()
                        .filter(call -> call.contains("rollout status"))
                        .map(call -> call.split(" ", -1)[4]))
                .containsExactlyInAnyOrderElementsOf(Build.of("trial")
                        .all("Deployment", "StatefulSet")
                        .map(server -> server.path("kind").asText().toLowerCase(Locale.ROOT) + "/" + Build.name(server))
                        .toList());
    }

    @Test
    void shows_pods_if_one_does_not_start() throws IOException {
        Files.createFile(folder.resolve("broken"));
        Program.Result result = trial("up");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("statefulset/database has not started");
        assertThat(Files.readAllLines(folder.resolve("calls")).getLast()).isEqualTo("--namespace zizhi get pods");
    }

    /** New keys would make encrypted data unreadable. */
    @Test
    void unanswered_question_creates_no_secrets() throws IOException {
        Files.createFile(folder.resolve("unreachable"));
        assertThat(trial("up").exitCode()).isNotZero();
        assertThat(folder.resolve("secrets.yaml")).doesNotExist();
    }

    /** The command lines of processes are visible to other users. */
    @Test
    void no_command_line_contains_a_secret() throws IOException {
        trial("up");
        String calls = Files.readString(folder.resolve("calls"));
        secrets().values().stream()
                .flatMap(data -> data.entrySet().stream())
                .filter(entry -> entry.getKey().matches("password|client-secret"))
                .forEach(entry -> assertThat(calls).doesNotContain(entry.getValue()));
    }

    @Test
    void broker_and_services_know_the_same_passwords() throws IOException {
        trial("up");
        String password = secret("review-service", "password");
        assertThat(secret("review-service", "sasl.jaas.config"))
                .contains("username=\"review-service\" password=\"" + password + "\"");
        assertThat(secret("kafka-users", "login.conf")).contains("user_review-service=\"" + password + "\"");
    }

    @Test
    void keysets_are_those_of_the_services() throws IOException, GeneralSecurityException {
        trial("up");
        AeadConfig.register();
        PrfConfig.register();
        assertThat(parameters(secret("review-keysets", "master.json"))).isEqualTo(PredefinedAeadParameters.AES256_GCM);
        assertThat(parameters(secret("review-keysets", "blind-index.json")))
                .isEqualTo(PredefinedPrfParameters.HMAC_SHA256_PRF);
    }

    @Test
    void services_have_different_master_keys() throws IOException {
        trial("up");
        assertThat(secret("review-keysets", "master.json")).isNotEqualTo(secret("document-keysets", "master.json"));
    }

    @Test
    void keysets_are_never_overwritten() {
        Program keysets =
                Program.in(folder, "bash", Build.FOLDER.resolve("keysets").toString(), folder.toString());
        assertThat(keysets.run().exitCode()).isZero();
        Program.Result second = keysets.run();
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output()).contains("master.json exists");
    }

    @Test
    void new_version_of_the_master_key_keeps_the_other_keys() throws IOException {
        Program keysets =
                Program.in(folder, "bash", Build.FOLDER.resolve("keysets").toString(), folder.toString());
        assertThat(keysets.run().exitCode()).isZero();
        String master = Files.readString(folder.resolve("master.json"));
        String blindIndex = Files.readString(folder.resolve("blind-index.json"));
        Files.move(folder.resolve("master.json"), folder.resolve("master-2026.json"));
        assertThat(keysets.run().exitCode()).isZero();
        assertThat(folder.resolve("master.json")).content().isNotEqualTo(master);
        assertThat(folder.resolve("blind-index.json")).content().isEqualTo(blindIndex);
    }

    /** Writes the keysets of Secret {@code zizhi-keysets}, and returns their contents by file. */
    private Map<String, String> share(String... names) throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Map<String, String> contents = new TreeMap<>();
        for (String name : names) {
            contents.put(name + ".json", "keyset " + name);
            Files.writeString(shared.resolve(name + ".json"), "keyset " + name);
        }
        return contents;
    }

    private Program.Result trial(String command) {
        return Program.in(
                        folder,
                        "env",
                        "PATH=" + folder + ":" + System.getenv("PATH"),
                        Build.FOLDER.resolve("trial").toString(),
                        command)
                .run();
    }

    private Map<String, Map<String, String>> secrets() throws IOException {
        Map<String, Map<String, String>> secrets = new TreeMap<>();
        for (JsonNode secret :
                Build.parse(Files.readString(folder.resolve("secrets.yaml"))).manifests()) {
            Map<String, String> data = new TreeMap<>();
            secret.path("data")
                    .properties()
                    .forEach(entry -> data.put(
                            entry.getKey(),
                            new String(
                                    Base64.getDecoder().decode(entry.getValue().asText()), StandardCharsets.UTF_8)));
            if (!data.isEmpty()) {
                secrets.put(Build.name(secret), data);
            }
        }
        return secrets;
    }

    private String secret(String name, String key) throws IOException {
        return Objects.requireNonNull(secrets().getOrDefault(name, Map.of()).get(key), key);
    }

    private static Parameters parameters(String keyset) throws GeneralSecurityException {
        KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeyset(
                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        return handle.getPrimary().getKey().getParameters();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }
}
