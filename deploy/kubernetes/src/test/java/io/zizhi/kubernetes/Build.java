package io.zizhi.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The output of kustomize for one overlay.
 *
 * @param text the manifests as YAML
 * @param manifests the same, parsed
 */
record Build(String text, List<JsonNode> manifests) {

    static final Path FOLDER = ProjectFolder.find().resolve("deploy/kubernetes");

    /** An overlay that only the tests have: the components that no other overlay uses with their own values. */
    static final String REST = "rest";

    /** An overlay that only the tests have: production with all lines that are commented out. See {@link ProductionCopy}. */
    static final String COMPLETE = "complete";

    static final List<String> OVERLAYS = List.of("trial", "production", "containers", COMPLETE, REST);

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<String, Build> BUILDS = new ConcurrentHashMap<>();

    private static final String REST_KUSTOMIZATION = """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources: [../../base]
            components:
              - ../../infrastructure/storage-rook
              - ../../components/ingress
              - ../../components/anchors-s3
              - ../../components/sms-smpp
            """;

    static Build of(String overlay) {
        return BUILDS.computeIfAbsent(overlay, Build::build);
    }

    private static Build build(String overlay) {
        return switch (overlay) {
            case REST -> in(rest());
            case COMPLETE -> in(ProductionCopy.complete(overlay));
            default -> in(FOLDER.resolve("overlays").resolve(overlay));
        };
    }

    /** Builds the kustomization in a folder. */
    static Build in(Path folder) {
        return parse(Program.in(folder, "kustomize", "build", ".").output());
    }

    private static Path rest() {
        try {
            Path folder = Files.createDirectories(FOLDER.resolve("target").resolve(REST));
            Files.writeString(folder.resolve("kustomization.yaml"), REST_KUSTOMIZATION);
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Build parse(String text) {
        try {
            return new Build(
                    text,
                    YAML.readerFor(JsonNode.class).<JsonNode>readValues(text).readAll());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the only document of a file below {@code deploy}. */
    static JsonNode read(String file) {
        try {
            return YAML.readTree(FOLDER.resolveSibling(file).toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Stream<JsonNode> all(String... kinds) {
        return manifests.stream()
                .filter(manifest ->
                        List.of(kinds).contains(manifest.path("kind").asText()));
    }

    JsonNode get(String kind, String name) {
        return all(kind)
                .filter(manifest -> name(manifest).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + kind + " " + name));
    }

    /** Returns everything that starts pods. */
    List<JsonNode> workloads() {
        return all("Deployment", "StatefulSet", "Job").toList();
    }

    /** Returns the Deployments of the services. */
    List<JsonNode> services() {
        return all("Deployment")
                .filter(deployment -> podLabels(deployment)
                        .path("app.kubernetes.io/component")
                        .asText()
                        .equals("service"))
                .toList();
    }

    static String name(JsonNode manifest) {
        return manifest.at("/metadata/name").asText();
    }

    static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    static List<JsonNode> containers(JsonNode workload) {
        return Stream.of("initContainers", "containers")
                .flatMap(kind -> elements(pod(workload).path(kind)))
                .toList();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    /** Returns whether a selector with {@code matchLabels} and {@code matchExpressions} selects these labels. */
    static boolean selects(JsonNode selector, JsonNode labels) {
        return selector.path("matchLabels").properties().stream()
                        .allMatch(label -> labels.path(label.getKey()).equals(label.getValue()))
                && elements(selector.path("matchExpressions"))
                        .allMatch(expression -> texts(expression.path("values"))
                                .contains(labels.path(expression.path("key").asText())
                                        .asText()));
    }

    static JsonNode podLabels(JsonNode workload) {
        return workload.at("/spec/template/metadata/labels");
    }
}
