package io.zizhi.platform.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Examples for the document: bodies from the files {@code openapi/examples/<operationId>.request.json} and
 * {@code .response.json} of the service, problems made from their codes. The linter checks them against the schemas.
 */
final class Examples {

    private static final String INSTANCE = "urn:uuid:0191d3c2-6c3f-4b8e-9a52-3f1f6b0a7c11";

    private final ClassLoader resources;
    private final ObjectMapper json = new ObjectMapper();

    Examples(ClassLoader resources) {
        this.resources = resources;
    }

    Optional<Object> request(String operationId) {
        return read(operationId + ".request.json");
    }

    Optional<Object> response(String operationId) {
        return read(operationId + ".response.json");
    }

    private Optional<Object> read(String file) {
        try (InputStream content = resources.getResourceAsStream("openapi/examples/" + file)) {
            return content == null ? Optional.empty() : Optional.of(json.readValue(content, Object.class));
        } catch (IOException failure) {
            throw new UncheckedIOException("The example " + file + " cannot be read", failure);
        }
    }

    /** A problem as {@link io.zizhi.platform.http.problem.ProblemDetails} writes it. */
    static Map<String, Object> problem(Endpoint.Stated refusal, String title) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put(
                "type",
                "urn:zizhi:problem:" + refusal.code().toLowerCase(Locale.ROOT).replace('_', '-'));
        problem.put("title", title);
        problem.put("status", refusal.status());
        problem.put("code", refusal.code());
        problem.put("detail", refusal.when().replace("`", ""));
        problem.put("instance", INSTANCE);
        if (refusal.code().equals("VALIDATION_FAILED")) {
            problem.put("errors", new ArrayList<>(List.of(violation())));
        }
        return problem;
    }

    private static Map<String, Object> violation() {
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("pointer", "/name");
        violation.put("code", "FIELD_REQUIRED");
        violation.put("detail", "Fill in this field.");
        return violation;
    }
}
