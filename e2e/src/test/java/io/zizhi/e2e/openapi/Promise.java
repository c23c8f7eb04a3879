package io.zizhi.e2e.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.zizhi.e2e.http.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares responses with a document. Finds undocumented statuses and media types, bodies that violate their schema,
 * and rejections without a code.
 *
 * <p>The schemas of OpenAPI 3.1 are JSON Schema 2020-12, so a plain JSON Schema validator can read them. This class
 * uses the validator of networknt, which needs little more than Jackson. Atlassian's validator for whole documents
 * supports OpenAPI 3.0 only. The check closes all objects, so an undocumented field is a fault too.
 */
public final class Promise {

    /** Statuses that the HTTP layer returns before the operation is known. */
    private static final Set<Integer> OF_HTTP = Set.of(400, 404, 405, 406, 413, 414, 415, 417, 431, 501);

    private static final String PROBLEM = "application/problem+json";

    /** Does not match JSON lines, whose schema is a text. */
    private static final Pattern JSON_TYPE = Pattern.compile("application/([a-z.-]+\\+)?json(;.*)?");

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]+");
    private static final Pattern INNARDS = Pattern.compile(
            "io\\.zizhi|java\\.(lang|util|time|io|net)\\.|jakarta\\.|org\\.hibernate|io\\.vertx|io\\.quarkus|\\.java:\\d+"
                    + "|com\\.fasterxml|Exception\\b|SQLSTATE|invalid byte sequence|(?i:select [a-z_.0-9, ]+ from )");

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ServiceDocument document;
    private final JsonNode closedComponents;
    private final Map<JsonNode, JsonSchema> schemas = new HashMap<>();

    public Promise(ServiceDocument document) {
        this.document = document;
        this.closedComponents = closed(document.components().deepCopy());
    }

    /** Returns every violation of the document; empty if the response complies. */
    public List<String> broken(Operation operation, Reply reply) {
        List<String> faults = new ArrayList<>(ofAny(reply));
        JsonNode response = document.response(operation, reply.status());
        if (response.isMissingNode() && !OF_HTTP.contains(reply.status())) {
            faults.add("status " + reply.status() + " is not documented");
        }
        if (reply.status() >= 400) {
            faults.addAll(ofRefusal(reply));
        }
        if (!response.isMissingNode() && !reply.isEmpty()) {
            faults.addAll(ofContent(response.path("content"), reply));
        }
        return faults;
    }

    /** Returns violations of the rules for every response, even for methods outside the document. */
    public static List<String> ofAny(Reply reply) {
        List<String> faults = new ArrayList<>();
        if (reply.status() >= 500 && reply.status() != 501) {
            faults.add("status " + reply.status());
        }
        if (reply.mediaType().contains("json") || reply.mediaType().startsWith("text/")) {
            INNARDS.matcher(reply.text()).results().limit(1).forEach(found -> faults.add("shows " + found.group()));
        }
        return faults;
    }

    private static List<String> ofRefusal(Reply reply) {
        if (reply.isEmpty()) {
            return OF_HTTP.contains(reply.status()) ? List.of() : List.of("a rejection without a body");
        }
        if (!reply.mediaType().equals(PROBLEM)) {
            return List.of("a rejection as " + reply.mediaType());
        }
        JsonNode problem = json(reply);
        List<String> faults = new ArrayList<>();
        if (!CODE.matcher(problem.path("code").asText()).matches()) {
            faults.add("a rejection without a code");
        }
        if (problem.path("status").asInt() != reply.status()) {
            faults.add("the body says status " + problem.path("status"));
        }
        return faults;
    }

    private List<String> ofContent(JsonNode content, Reply reply) {
        if (content.isEmpty()) {
            return reply.status() >= 400 ? List.of() : List.of("a body where none is documented");
        }
        JsonNode media = documented(content, reply.mediaType());
        if (media.isMissingNode()) {
            return List.of("media type " + reply.mediaType() + " is not documented");
        }
        if (!JSON_TYPE.matcher(reply.mediaType()).matches() || !media.has("schema")) {
            return List.of();
        }
        return schema(media.path("schema")).validate(json(reply)).stream()
                .map(fault -> "violates its schema: " + fault.getMessage())
                .toList();
    }

    /** Returns the documented content of that type, ignoring parameters such as the charset. */
    private static JsonNode documented(JsonNode content, String mediaType) {
        return content.properties().stream()
                .filter(type -> type.getKey().split(";", 2)[0].equalsIgnoreCase(mediaType))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> content.path("*/*"));
    }

    private static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(reply.bodyText());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("No JSON: " + reply.bodyText(), broken);
        }
    }

    private JsonSchema schema(JsonNode schema) {
        return schemas.computeIfAbsent(schema, one -> {
            ObjectNode root = JSON.createObjectNode();
            root.putArray("allOf").add(closed(one.deepCopy()));
            root.set("components", closedComponents);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(root);
        });
    }

    /** Closes every object that is neither explicitly open nor part of a larger schema. */
    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.properties().stream()
                .filter(member ->
                        !member.getKey().equals("allOf") && !member.getKey().equals("example"))
                .forEach(member -> closed(member.getValue()));
        if (node.isArray()) {
            node.forEach(Promise::closed);
        }
        return node;
    }
}
