package io.zizhi.platform.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.platform.http.problem.ProblemDetails;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads examples of bodies from the files {@code openapi/examples/<operationId>.request.json} and
 * {@code .response.json} of the service, and builds examples of errors. The linter checks all of them against the
 * schemas.
 */
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSTANCE = "urn:uuid:0191d3c2-6c3f-4b8e-9a52-3f1f6b0a7c11";

    private final ClassLoader resources;

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
            return content == null ? Optional.empty() : Optional.of(JSON.readValue(content, Object.class));
        } catch (IOException failure) {
            throw new UncheckedIOException("The example " + file + " cannot be read", failure);
        }
    }

    /** Returns an example body of an error. */
    static Object problem(Endpoint.Stated refusal) {
        List<Violation> errors = refusal.code().equals(Problems.VALIDATION_FAILED)
                ? List.of(new Violation("/name", "FIELD_REQUIRED", "Fill in this field."))
                : List.of();
        String detail = refusal.when().replace("`", "");
        return JSON.convertValue(
                ProblemDetails.of(refusal.status(), refusal.code(), detail, INSTANCE, errors), Object.class);
    }
}
