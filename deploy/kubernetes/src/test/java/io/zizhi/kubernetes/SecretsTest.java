package io.zizhi.kubernetes;

import static io.zizhi.kubernetes.Build.elements;
import static io.zizhi.kubernetes.Build.name;
import static io.zizhi.kubernetes.Build.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.local.layout.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who creates which Secret, and who reads it. */
class SecretsTest {

    static final List<String> OVERLAYS = Build.OVERLAYS;

    @ParameterizedTest
    @ValueSource(strings = {"production", Build.COMPLETE})
    void production_creates_every_secret_it_reads(String overlay) {
        Build build = Build.of(overlay);
        Map<String, Set<String>> created = new TreeMap<>();
        build.all("ExternalSecret").forEach(secret -> {
            Set<String> keys = new TreeSet<>(secret.path("spec").path("data").findValuesAsText("secretKey"));
            secret.at("/spec/target/template/data").fieldNames().forEachRemaining(keys::add);
            created.put(name(secret), keys);
        });
        // Written by Strimzi and CloudNativePG.
        build.all("KafkaUser").forEach(user -> created.put(name(user), Set.of("password", "sasl.jaas.config")));
        created.put("zizhi-cluster-ca-cert", Set.of("ca.crt"));
        created.put("database-ca", Set.of("ca.crt"));
        if (overlay.equals(Build.COMPLETE)) {
            // created by the operator with keytool
            created.put("zizhi-truststore", Set.of("truststore.p12"));
        }

        Map<String, Set<String>> read = read(build);
        build.all("TriggerAuthentication")
                .flatMap(access -> elements(access.at("/spec/secretTargetRef")))
                .forEach(reference -> add(reference, "name", read));
        build.all("ObjectStore")
                .flatMap(store -> elements(store.at("/spec/configuration/s3Credentials")))
                .forEach(reference -> add(reference, "name", read));
        elements(build.get("Cluster", "database").at("/spec/managed/roles"))
                .forEach(role -> read.computeIfAbsent(
                                role.at("/passwordSecret/name").asText(), ignored -> new TreeSet<>())
                        .addAll(Set.of("username", "password")));

        assertThat(created.keySet()).isEqualTo(read.keySet());
        read.forEach((name, keys) -> assertThat(created.get(name)).as(name).containsAll(keys));
    }

    /** A service must not read what belongs to another one. */
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void services_read_only_their_own_secrets(String overlay) {
        Build build = Build.of(overlay);
        for (Service service : Service.values()) {
            Set<String> secrets = new TreeSet<>();
            secrets(pod(build.get("Deployment", service.module()))).forEach(secrets::add);
            assertThat(secrets)
                    .contains(service.word() + "-keysets", service.word() + "-database")
                    .doesNotContain(service.word() + "-migration-database")
                    .allSatisfy(secret -> assertThat(secret).matches(service.word() + "-.*|zizhi-.*|database-ca"));
            assertThat(secrets(pod(build.get("Job", service.word() + "-migration")))
                            .filter(secret -> !secret.equals("database-ca")))
                    .containsOnly(service.word() + "-migration-database");
        }
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void no_manifest_contains_a_secret(String overlay) {
        Build build = Build.of(overlay);
        assertThat(build.all("Secret")).isEmpty();
        assertThat(build.all("ConfigMap")
                        .flatMap(map -> map.path("data").properties().stream())
                        .filter(entry -> !entry.getValue().asText().equals("unused")))
                .allSatisfy(entry -> assertThat(entry.getKey())
                        .doesNotMatch(".*(PASSWORD|SECRET|SECRET_KEY|ACCESS_KEY|TOKEN|JAAS_CONFIG)"));
    }

    /** Returns the keys that pods read, by Secret. */
    static Map<String, Set<String>> read(Build build) {
        Map<String, Set<String>> read = new TreeMap<>();
        for (JsonNode workload : build.workloads()) {
            workload.findValues("secretKeyRef").forEach(reference -> add(reference, "name", read));
            for (JsonNode volume : pod(workload).path("volumes")) {
                if (volume.has("secret")) {
                    Set<String> keys =
                            read.computeIfAbsent(volume.at("/secret/secretName").asText(), ignored -> new TreeSet<>());
                    volume.at("/secret/items")
                            .forEach(item -> keys.add(item.path("key").asText()));
                }
            }
        }
        return read;
    }

    private static void add(JsonNode reference, String field, Map<String, Set<String>> read) {
        read.computeIfAbsent(reference.path(field).asText(), ignored -> new TreeSet<>())
                .add(reference.path("key").asText());
    }

    private static Stream<String> secrets(JsonNode pod) {
        return Stream.concat(
                pod.findValues("secretKeyRef").stream()
                        .map(reference -> reference.path("name").asText()),
                pod.findValuesAsText("secretName").stream());
    }
}
