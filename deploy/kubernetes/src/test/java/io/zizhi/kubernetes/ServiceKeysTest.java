package io.zizhi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code service-keys} against a kubectl that stores Secrets in a file, and {@code zizhi-keysets} in a folder. */
class ServiceKeysTest {

    private static final List<String> SERVICES = List.of("qualification", "document", "review", "notification");
    private static final List<String> SHARED = List.of("blind-index.json", "fields.json", "objects.json");

    @TempDir
    private Path folder;

    private Path keys;

    @BeforeEach
    void simulate_kubectl() throws IOException {
        keys = folder.resolve("keys");
        Path kubectl = folder.resolve("kubectl");
        Files.writeString(kubectl, """
                #!/bin/bash
                set -e
                cd %s
                echo "$*" >> calls
                [[ ! -e unreachable ]]
                [[ ! -e unreadable || "$*" != *jsonpath* ]]
                touch secrets.yaml
                name="$5"
                key="$(sed 's/.*data\\.//; s/[\\\\}]//g' <<<"${!#}")"
                case "$*" in
                *"get secret zizhi-keysets"*name) [[ ! -e cluster ]] || echo secret/zizhi-keysets ;;
                *"get secret zizhi-keysets"*) base64 -w 0 "cluster/$key" ;;
                *"get secret"*name) ! grep -q "name: $name$" secrets.yaml || echo "secret/$name" ;;
                *"get secret"*) sed -n "/name: $name$/,/---/s/^  $key: //p" secrets.yaml ;;
                *"create --filename -") cat >> secrets.yaml ;;
                esac
                """.formatted(folder));
        Files.setPosixFilePermissions(kubectl, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void splits_the_shared_keysets_of_the_cluster() throws IOException {
        Map<String, String> shared = share("cluster");
        assertThat(run().exitCode()).isZero();
        Map<String, Map<String, String>> secrets = secrets();
        assertThat(secrets).hasSize(8);
        for (String service : SERVICES) {
            Map<String, String> own = secrets.getOrDefault(service + "-keysets", Map.of());
            assertThat(own).containsAllEntriesOf(shared).containsOnlyKeys(keysetNames());
            assertThat(own.get("master.json")).isEqualTo(Files.readString(keys.resolve(service + "/master.json")));
            String anchors =
                    secrets.getOrDefault(service + "-anchors", Map.of()).getOrDefault("key", "");
            assertThat(Base64.getDecoder().decode(anchors)).hasSize(32);
            assertThat(anchors).isEqualTo(Files.readString(keys.resolve(service + "/anchors.key")));
        }
        assertThat(secrets.values().stream().map(Map::toString)).doesNotHaveDuplicates();
    }

    @Test
    void splits_shared_keysets_of_the_folder_without_a_cluster() throws IOException {
        Map<String, String> shared = share("keys");
        assertThat(run("--files").exitCode()).isZero();
        for (String service : SERVICES) {
            for (String name : SHARED) {
                assertThat(keys.resolve(service).resolve(name)).content().isEqualTo(shared.get(name));
            }
            assertThat(keys.resolve(service)).isDirectoryContaining("glob:**/master.json");
            assertThat(keys.resolve(service)).isDirectoryContaining("glob:**/anchors.key");
        }
        assertThat(folder.resolve("calls")).doesNotExist();
    }

    /** New keys would make existing data unreadable. */
    @Test
    void makes_nothing_if_a_shared_keyset_is_missing() throws IOException {
        Program.Result result = run();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("lacks blind-index.json fields.json objects.json", "--new");
        share("cluster");
        Files.writeString(folder.resolve("cluster/fields.json"), "");
        assertThat(run().output()).contains("no fields.json");
        assertThat(keys.resolve("review")).doesNotExist();
        assertThat(folder.resolve("secrets.yaml")).isEmptyFile();
    }

    @Test
    void makes_nothing_if_the_cluster_does_not_answer() throws IOException {
        share("cluster");
        Files.createFile(folder.resolve("unreachable"));
        assertThat(run().exitCode()).isNotZero();
        assertThat(run("--new").exitCode()).isNotZero();
        assertThat(keys.resolve("review")).doesNotExist();
    }

    /** An outage between two requests is neither another key nor a missing keyset. */
    @Test
    void explains_that_a_secret_cannot_be_read() throws IOException {
        share("cluster");
        Path unreadable = Files.createFile(folder.resolve("unreadable"));
        Program.Result result = run();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("Secret zizhi-keysets cannot be read");
        assertThat(keys.resolve("blind-index.json")).doesNotExist();
        Files.delete(unreadable);
        assertThat(run().exitCode()).isZero();
        Files.createFile(unreadable);
        result = run();
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).doesNotContain("other keys");
    }

    @Test
    void new_installation_gets_no_keysets_of_older_ones() throws IOException {
        assertThat(run("--new").exitCode()).isZero();
        assertThat(secrets().getOrDefault("review-keysets", Map.of()))
                .containsOnlyKeys("blind-index.json", "master.json");
    }

    @Test
    void installation_with_shared_keysets_is_not_new() throws IOException {
        share("cluster");
        Program.Result result = run("--new");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("without --new");
        assertThat(folder.resolve("secrets.yaml")).isEmptyFile();
    }

    @Test
    void second_call_completes_the_first_one() throws IOException {
        share("cluster");
        assertThat(run().exitCode()).isZero();
        Map<String, Map<String, String>> first = secrets();
        String complete = Files.readString(folder.resolve("secrets.yaml"));
        Files.writeString(
                folder.resolve("secrets.yaml"),
                complete.substring(0, complete.indexOf("apiVersion", complete.indexOf("name: document-keysets"))));
        assertThat(secrets()).hasSize(3);
        assertThat(run().exitCode()).isZero();
        assertThat(secrets()).isEqualTo(first);
        assertThat(run().exitCode()).isZero();
        assertThat(secrets()).isEqualTo(first);
    }

    /** Otherwise the operator would back up keys that nothing uses. */
    @Test
    void rejects_a_folder_with_other_keys_than_the_secrets() throws IOException {
        share("cluster");
        assertThat(run().exitCode()).isZero();
        keys = folder.resolve("other");
        Program.Result result = run();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("Secret qualification-keysets has other keys than");
        assertThat(keys.resolve("qualification")).doesNotExist();
    }

    @Test
    void keys_are_private_and_never_in_a_command_line() throws IOException {
        share("cluster");
        assertThat(run().exitCode()).isZero();
        String calls = Files.readString(folder.resolve("calls"));
        for (String service : SERVICES) {
            Path anchors = keys.resolve(service).resolve("anchors.key");
            assertThat(Files.getPosixFilePermissions(anchors)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(calls).doesNotContain(Files.readString(anchors));
        }
    }

    @Test
    void explains_its_usage() {
        Path command = Build.FOLDER.resolve("service-keys");
        for (String arguments : List.of("", "--all " + keys)) {
            List<String> words = new ArrayList<>(List.of("bash", command.toString()));
            Arrays.stream(arguments.split(" ", -1))
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
            Program.Result result =
                    Program.in(folder, words.toArray(String[]::new)).run();
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.output()).contains("Usage: ");
        }
    }

    private static String[] keysetNames() {
        return new String[] {"blind-index.json", "fields.json", "master.json", "objects.json"};
    }

    /** Writes the shared keysets to {@code place}, and returns their contents by file. */
    private Map<String, String> share(String place) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Files.createDirectories(folder.resolve(place));
        for (String name : SHARED) {
            contents.put(name, "shared " + name);
            Files.writeString(folder.resolve(place).resolve(name), "shared " + name);
        }
        return contents;
    }

    private Program.Result run(String... options) {
        List<String> command = new ArrayList<>(List.of("env", "PATH=" + folder + ":" + System.getenv("PATH")));
        command.add(Build.FOLDER.resolve("service-keys").toString());
        command.addAll(List.of(options));
        command.add(keys.toString());
        return Program.in(folder, command.toArray(String[]::new)).run();
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
}
