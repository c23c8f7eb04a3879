package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Checks that the OpenAPI documents in {@code docs/openapi} are complete, valid, and equal to those of the packaged
 * services.
 */
class InterfaceDocumentsIT {

    static final List<String> SERVICES =
            List.of("qualification-service", "document-service", "review-service", "notification-service");

    private static final Path ROOT = ProjectFolder.find();
    private static final Path LINT = ROOT.resolve("docs/openapi/lint");

    @ParameterizedTest
    @FieldSource("SERVICES")
    void stored_document_equals_served_document(String service) throws IOException {
        String kept = "docs/openapi/" + service + ".json";
        String made = service + "/target/openapi/openapi.json";
        assertThat(ROOT.resolve(made)).as("made when the service is packaged").exists();
        assertThat(Files.readString(ROOT.resolve(kept)))
                .as(kept + " is out of date. Update it: cp " + made + " " + kept)
                .isEqualTo(Files.readString(ROOT.resolve(made)));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void every_element_has_description_and_every_body_example(String service) throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(ROOT.resolve("docs/openapi/" + service + ".json").toFile());
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                check(operation.getKey() + " " + path.getKey(), operation.getValue(), missing);
            }
        }
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> checkSchema(schema.getKey(), schema.getValue(), missing));
        assertThat(missing).isEmpty();
    }

    private static void check(String operation, JsonNode content, List<String> missing) {
        for (String field : List.of("operationId", "summary", "description", "tags", "security")) {
            if (content.path(field).asText().isEmpty() && content.path(field).isEmpty()) {
                missing.add(operation + ": " + field);
            }
        }
        content.path("parameters").forEach(parameter -> {
            if (parameter.path("description").asText().isEmpty()) {
                missing.add(
                        operation + ": description of " + parameter.path("name").asText());
            }
        });
        checkExample(operation + ": example of the request", content.path("requestBody"), missing);
        content.path("responses")
                .forEach(response -> checkExample(operation + ": example of the response", response, missing));
    }

    private static void checkExample(String what, JsonNode body, List<String> missing) {
        JsonNode json = body.path("content").path("application/json");
        if (!json.isMissingNode() && json.path("example").isMissingNode()) {
            missing.add(what);
        }
    }

    private static void checkSchema(String name, JsonNode schema, List<String> missing) {
        if (schema.path("description").asText().isEmpty()) {
            missing.add("description of " + name);
        }
        schema.path("properties").properties().forEach(property -> {
            boolean isReference = property.getValue().has("$ref");
            if (!isReference && property.getValue().path("description").asText().isEmpty()) {
                missing.add("description of " + name + "." + property.getKey());
            }
        });
    }

    /** Spectral needs Node. Without Node, this test is skipped, except in CI. */
    @Test
    void documents_pass_spectral_rules() throws IOException, InterruptedException {
        boolean hasNode = Arrays.stream(String.valueOf(System.getenv("PATH")).split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
        boolean isCi = "true".equals(System.getenv("CI"));
        assumeTrue(hasNode || isCi, "no Node on this machine");
        if (!Files.exists(LINT.resolve("node_modules/.bin/spectral"))) {
            String installed = run("npm", "ci", "--no-progress");
            assumeTrue(installed.equals("0") || isCi, installed);
            assertThat(installed).isEqualTo("0");
        }
        assertThat(run("npm", "run", "--silent", "lint")).isEqualTo("0");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(LINT.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return status == 0 ? "0" : String.format(Locale.ROOT, "%s%nexit code %d", output, status);
    }
}
