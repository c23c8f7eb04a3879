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
 * What a document promises of an operation's answers, and where an answer breaks it: a status or a media type that is not
 * written there, a body off its schema, a refusal without code.
 *
 * <p>The schemas of OpenAPI 3.1 are JSON Schema 2020-12, so a plain validator of JSON Schema reads them: networknt's, which
 * needs little more than Jackson, and not Atlassian's for whole documents, which reads OpenAPI 3.0 only. Objects are closed
 * for this: a field that no schema names is a fault too.
 */
public final class Promise {

    /** What the HTTP layer answers before it is known which operation is meant, wherever it is sent. */
    private static final Set<Integer> OF_HTTP = Set.of(400, 404, 405, 406, 413, 414, 415, 417, 431, 501);

    private static final String PROBLEM = "application/problem+json";
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

    /** Everything about the answer that the document does not allow; empty where it keeps to it. */
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

    /** What holds for every answer, also of a method that the document does not know. */
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
            return OF_HTTP.contains(reply.status()) ? List.of() : List.of("a refusal without a body");
        }
        if (!reply.mediaType().equals(PROBLEM)) {
            return List.of("a refusal as " + reply.mediaType());
        }
        JsonNode problem = json(reply);
        List<String> faults = new ArrayList<>();
        if (!CODE.matcher(problem.path("code").asText()).matches()) {
            faults.add("a refusal without a code");
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
        if (!reply.mediaType().contains("json") || !media.has("schema")) {
            return List.of();
        }
        return schema(media.path("schema")).validate(json(reply)).stream()
                .map(fault -> "off its schema: " + fault.getMessage())
                .toList();
    }

    /** What is documented for that type, whatever its parameters; the characters of a text are one. */
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

    /** The same with every object closed that does not say that it is open, and is not a part of a greater one. */
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
