package io.zizhi.e2e.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.zizhi.e2e.http.Call;
import io.zizhi.e2e.http.Wire;
import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** The OpenAPI document of one service, as served while it runs. */
public final class ServiceDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final int MANAGEMENT = 1000;

    private final String service;
    private final JsonNode document;

    ServiceDocument(String service, JsonNode document) {
        this.service = service;
        this.document = document;
    }

    /** Returns the document in the repository; another test compares it with the served one. */
    public static ServiceDocument kept(String service) {
        Path file = ProjectFolder.find().resolve("docs/openapi/" + service + ".json");
        try {
            return new ServiceDocument(service, JSON.readTree(file.toFile()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param base the service's base URL; the document is on its management port, 1000 higher */
    public static ServiceDocument read(String service, String base) {
        URI uri = URI.create(base);
        URI management = URI.create("http://" + uri.getHost() + ":" + (uri.getPort() + MANAGEMENT));
        try {
            return new ServiceDocument(
                    service,
                    JSON.readTree(Wire.send(Call.of(management, "GET", "/q/openapi?format=json"))
                            .body()));
        } catch (IOException failure) {
            throw new UncheckedIOException("No OpenAPI document of " + service, failure);
        }
    }

    public Set<Operation> operations() {
        Set<Operation> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> operations.add(
                                new Operation(service, member.getKey().toUpperCase(Locale.ROOT), path.getKey()))));
        return operations;
    }

    public List<Parameter> parameters(Operation operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode list : List.of(
                document.path("paths").path(operation.path()).path("parameters"),
                operation(operation).path("parameters"))) {
            for (JsonNode parameter : list) {
                JsonNode resolved = follow(parameter);
                parameters.add(new Parameter(
                        resolved.path("name").asText(), resolved.path("in").asText(), follow(resolved.path("schema"))));
            }
        }
        return parameters;
    }

    /** Returns the services that an internal operation names as its callers; empty if it names none. */
    public List<String> callers(Operation operation) {
        List<String> callers = new ArrayList<>();
        operation(operation).path("x-callers").forEach(caller -> callers.add(caller.asText()));
        return callers;
    }

    /** Returns the schema of the JSON body, or a missing node if the operation has no body. */
    public JsonNode bodySchema(Operation operation) {
        return follow(follow(operation(operation).path("requestBody"))
                .path("content")
                .path("application/json")
                .path("schema"));
    }

    /** Returns whether the operation accepts requests without a body. */
    public boolean isBodyOptional(Operation operation) {
        return !follow(operation(operation).path("requestBody"))
                .path("required")
                .asBoolean();
    }

    public boolean takesJson(Operation operation) {
        return !bodySchema(operation).isMissingNode();
    }

    /** Returns the description of responses with that status, or a missing node. */
    JsonNode response(Operation operation, int status) {
        JsonNode responses = operation(operation).path("responses");
        String exact = Integer.toString(status);
        for (String key : List.of(exact, exact.charAt(0) + "XX", "default")) {
            if (responses.has(key)) {
                return follow(responses.path(key));
            }
        }
        return MissingNode.getInstance();
    }

    /** Resolves references. For a schema of "X or null", returns X. */
    public JsonNode follow(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.path("$ref").asText().substring(1));
        }
        for (String either : List.of("anyOf", "oneOf", "allOf")) {
            if (found.has(either)) {
                return StreamSupport.stream(found.path(either).spliterator(), false)
                        .filter(option -> !option.path("type").asText().equals("null"))
                        .findFirst()
                        .map(this::follow)
                        .orElse(found);
            }
        }
        return found;
    }

    JsonNode components() {
        return document.path("components");
    }

    private JsonNode operation(Operation operation) {
        return document.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT));
    }
}
