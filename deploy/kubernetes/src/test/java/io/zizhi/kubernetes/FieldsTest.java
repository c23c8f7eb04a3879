package io.zizhi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.kubernetes.UnknownFields.UnmodelledKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks every field of every manifest by two sets of models with different gaps: fabric8 with Strimzi, and those of
 * npm. The kinds that neither has are checked against a list of fields, which was compared with the definitions of
 * CloudNativePG, Barman Cloud and Rook of August 2026.
 */
class FieldsTest {

    private static final Path MODELS = Build.FOLDER.resolve("models");

    /** Kinds that fabric8 lacks and npm has. */
    private static final Set<String> NPM_ONLY = Set.of(
            "external-secrets.io/v1 ExternalSecret",
            "keda.sh/v1alpha1 ScaledObject",
            "keda.sh/v1alpha1 TriggerAuthentication");

    /** No test downloads anything: without the network it would fail. */
    private static final String MISSING = "The models of npm are missing. Get them: npm ci --prefix " + MODELS;

    /** An unknown field, a wrong type and a wrong value. */
    private static final String WRONG = """
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata: {name: mistyped}
            spec: {scaleTargetRef: {name: a}, minReplicas: 2, triggers: [{type: kafka, metadata: {topic: t}}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: mistyped}
            spec:
              replicas: two
              selector: {}
              template: {spec: {containers: [{name: a, image: b, imagePullPolicy: Sometimes}]}}
            """;

    static final List<String> OVERLAYS = Build.OVERLAYS;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void models_of_fabric8_and_strimzi_know_every_field(String overlay) throws IOException {
        List<String> unknown = new ArrayList<>();
        Set<String> unmodelled = new TreeSet<>();
        for (JsonNode manifest : Build.of(overlay).manifests()) {
            try {
                unknown.addAll(UnknownFields.of(manifest));
            } catch (UnmodelledKind kind) {
                unmodelled.add(String.valueOf(kind.getMessage()));
            }
        }
        assertThat(unknown).isEmpty();
        unmodelled.removeAll(NPM_ONLY);
        assertThat(listedFields().map(FieldsTest::kind)).containsAll(unmodelled);
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void fields_without_a_model_are_listed(String overlay) throws IOException {
        Set<String> listed = listedFields().collect(Collectors.toSet());
        Set<String> kinds = listed.stream().map(FieldsTest::kind).collect(Collectors.toSet());
        List<String> used = new ArrayList<>();
        for (JsonNode manifest : Build.of(overlay).manifests()) {
            String kind = manifest.path("apiVersion").asText() + " "
                    + manifest.path("kind").asText();
            if (kinds.contains(kind)) {
                collect(kind + " spec", manifest.path("spec"), used);
            }
        }
        assertThat(listed).containsAll(used);
    }

    /**
     * Checks all overlays and two wrong manifests at once, because the type checker takes seconds to read the models. A
     * check that finds nothing proves nothing.
     */
    @Test
    void models_of_npm_accept_every_manifest_but_the_wrong_ones() throws IOException {
        String output = check(Stream.concat(
                        OVERLAYS.stream().map(overlay -> Build.of(overlay).text()), Stream.of(WRONG))
                .collect(Collectors.joining("\n---\n")));
        assertThat(output).contains("\"minReplicas\"", "spec/replicas", "imagePullPolicy");
        assertThat(output.lines()
                        .filter(line -> !line.startsWith("ScaledObject mistyped: ")
                                && !line.startsWith("Deployment mistyped: "))
                        .map(line -> line.replaceFirst("No model: ", "")))
                .allSatisfy(
                        kind -> assertThat(listedFields().map(FieldsTest::kind).anyMatch(kind::equals)
                                        || kind.startsWith("kafka.strimzi.io/v1 "))
                                .as(kind)
                                .isTrue());
    }

    /** A check that finds nothing proves nothing: each kind gets a field that does not exist. */
    @ParameterizedTest
    @ValueSource(strings = {"trial", "production"})
    void unknown_field_is_found_in_each_kind(String overlay) {
        for (JsonNode manifest : Build.of(overlay).manifests()) {
            JsonNode wrong = manifest.deepCopy();
            if (wrong.path("spec") instanceof ObjectNode spec) {
                spec.put("mistyped", "value");
                try {
                    assertThat(UnknownFields.of(wrong)).as(Build.name(manifest)).hasSize(1);
                } catch (UnmodelledKind kind) {
                    assertThat(String.valueOf(kind.getMessage())).isNotBlank();
                }
            }
        }
    }

    /** Returns what the models of npm say about the manifests. */
    private static String check(String manifests) {
        Program checker = Program.in(MODELS, "node", "check.js");
        boolean isInstalled = Files.exists(MODELS.resolve("node_modules/.package-lock.json"));
        assumeTrue(isInstalled || Program.IN_CI, MISSING);
        assertThat(isInstalled).as(MISSING).isTrue();
        Program.Result checked = checker.run(manifests);
        assertThat(checked.exitCode()).as(checked.output()).isEqualTo(1);
        return checked.output();
    }

    private static void collect(String path, JsonNode value, List<String> paths) {
        if (value.isObject() && !value.isEmpty()) {
            value.properties().forEach(field -> collect(path + "." + field.getKey(), field.getValue(), paths));
        } else if (value.isArray()) {
            value.forEach(element -> collect(path, element, paths));
        } else {
            paths.add(path);
        }
    }

    private static Stream<String> listedFields() throws IOException {
        return Files.readAllLines(Build.FOLDER.resolve("src/test/resources/fields.txt")).stream();
    }

    /** Returns the first two words of a listed field: version and kind. */
    private static String kind(String field) {
        return field.substring(0, field.lastIndexOf(' '));
    }
}
