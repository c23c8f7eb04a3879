package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        String made = service + "/" + ProjectFolder.buildFolder() + "/openapi/openapi.json";
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

    @ParameterizedTest
    @FieldSource("SERVICES")
    void requires_only_headers_that_the_service_requires(String service) throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(ROOT.resolve("docs/openapi/" + service + ".json").toFile());
        List<String> required = new ArrayList<>();
        document.findValues("parameters")
                .forEach(parameters -> parameters.forEach(parameter -> {
                    if (parameter.path("in").asText().equals("header")
                            && parameter.path("required").asBoolean()) {
                        required.add(parameter.path("name").asText());
                    }
                }));
        assertThat(required).isSubsetOf("If-Match", "Idempotency-Key");
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

    /** Spectral is installed before the tests, because tests download nothing. */
    @Test
    void documents_pass_spectral_rules() throws IOException, InterruptedException {
        if (!Files.exists(LINT.resolve("node_modules/.bin/spectral"))) {
            String missing = "Spectral is missing. Install it: (cd docs/openapi/lint && npm ci)";
            if ("true".equals(System.getenv("CI"))) {
                fail(missing);
            }
            abort(missing);
        }
        Process lint = new ProcessBuilder("npm", "run", "--silent", "lint")
                .directory(LINT.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(lint.waitFor()).as(output).isZero();
    }
}
