package io.zizhi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks the documents that consumers in other systems build on: the AsyncAPI document and the schemas of events. */
class ConsumerDocumentsTest {

    private static final Path ROOT = EventsPageTest.root();
    private static final Path RENEWED = ROOT.resolve("contracts/target/consumers");
    private static final Pattern VERSION = Pattern.compile("<artifactId>zizhi</artifactId>\\s*<version>([^<]+)<");
    private static final Pattern HEADER = Pattern.compile("= \"((?:ce_|content-)[a-z]+)\"");
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final Comments comments = new Comments();

    @Test
    void documents_are_up_to_date() throws IOException {
        Map<String, String> made = documents();
        for (Map.Entry<String, String> document : made.entrySet()) {
            Path renewed = RENEWED.resolve(document.getKey());
            Files.createDirectories(Objects.requireNonNull(renewed.getParent()));
            Files.writeString(renewed, document.getValue());
        }
        Map<String, String> kept = kept();
        assertThat(Stream.concat(made.keySet().stream(), kept.keySet().stream())
                        .filter(file -> !Objects.equals(made.get(file), kept.get(file))))
                .as("Documents for consumers are out of date. Renew them: "
                        + "rm -rf docs/schemas && cp -r contracts/target/consumers/. docs")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void golden_file_matches_its_schema(EventType type) {
        assertThat(schema(type).validate(Golden.json(type))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void schema_allows_fields_added_later(EventType type) {
        assertThat(schema(type).validate(Golden.json(type).put("addedLater", "x")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void schema_refuses_event_without_key(EventType type) {
        ObjectNode event = Golden.json(type);
        event.remove(Samples.keyOf(type));
        assertThat(schema(type).validate(event)).isNotEmpty();
    }

    @Test
    void schema_refuses_wrong_formats_enums_and_nulls() {
        JsonSchema schema = schema(EventType.QUALIFICATION_SUBMITTED);
        ObjectNode golden = Golden.json(EventType.QUALIFICATION_SUBMITTED);
        assertThat(schema.validate(golden.deepCopy().put("submittedAt", "yesterday")))
                .hasSize(1);
        assertThat(schema.validate(golden.deepCopy().put("purpose", "FUN"))).hasSize(1);
        assertThat(schema.validate(golden.deepCopy().putNull("name"))).hasSize(1);
        assertThat(schema.validate(golden.deepCopy().putNull("companyName"))).isEmpty();
    }

    @Test
    void schema_accepts_submission_without_person_accounts() {
        ObjectNode earlier = Golden.json(EventType.QUALIFICATION_SUBMITTED);
        earlier.remove("personAccounts");
        assertThat(schema(EventType.QUALIFICATION_SUBMITTED).validate(earlier)).isEmpty();
    }

    @Test
    void references_in_asyncapi_document_resolve() throws IOException {
        JsonNode document = asyncApi();
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).hasSizeGreaterThan(EventType.values().length);
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void asyncapi_document_sends_every_event_on_its_topic() throws IOException {
        JsonNode document = asyncApi();
        Map<String, List<String>> sent = new TreeMap<>();
        for (JsonNode operation : document.path("operations")) {
            JsonNode channel =
                    document.at(operation.at("/channel/$ref").asText().substring(1));
            if (operation.path("action").asText().equals("send")) {
                sent.put(channel.path("address").asText(), messagesOf(channel, document));
            }
        }
        assertThat(sent)
                .isEqualTo(Arrays.stream(EventType.values())
                        .collect(Collectors.groupingBy(
                                EventType::topic,
                                TreeMap::new,
                                Collectors.mapping(EventType::typeName, Collectors.toList()))));
    }

    @Test
    void header_schemas_match_headers_of_relay() throws IOException {
        JsonNode headers = asyncApi().at("/components/schemas/EventHeaders/properties");
        String source = Files.readString(
                ROOT.resolve("platform/src/main/java/io/zizhi/platform/messaging/outbox/CloudEventHeaders.java"));
        Stream<String> sent = HEADER.matcher(source).results().map((MatchResult found) -> found.group(1));
        assertThat(headers.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Stream.concat(sent, Stream.of("traceparent", "tracestate"))
                        .toList());
    }

    @Test
    void examples_of_asyncapi_document_match_its_schemas() throws IOException {
        JsonNode document = asyncApi();
        for (JsonNode message : document.at("/components/messages")) {
            JsonNode example = message.at("/examples/0");
            assertThat(inDocument(message.path("headers"), document).validate(example.path("headers")))
                    .as(message.path("name").asText())
                    .isEmpty();
            assertThat(inDocument(message.path("payload"), document).validate(example.path("payload")))
                    .as(message.path("name").asText())
                    .isEmpty();
        }
    }

    private static List<String> messagesOf(JsonNode channel, JsonNode document) {
        return channel.path("messages").properties().stream()
                .map(message -> document.at(
                                message.getValue().path("$ref").asText().substring(1))
                        .path("name")
                        .asText())
                .toList();
    }

    /** Returns the schema together with the components to which it refers. */
    private static JsonSchema inDocument(JsonNode schema, JsonNode document) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return FACTORY.getSchema(whole, STRICT);
    }

    private JsonSchema schema(EventType type) {
        return FACTORY.getSchema(EventSchemas.documentOf(type, comments), STRICT);
    }

    private JsonNode asyncApi() throws IOException {
        return new AsyncApiDocument(version(), comments).write();
    }

    private Map<String, String> documents() throws IOException {
        Map<String, String> documents = new TreeMap<>(Map.of("asyncapi.json", text(asyncApi())));
        for (EventType type : EventType.values()) {
            documents.put("schemas/" + type.typeName() + ".json", text(EventSchemas.documentOf(type, comments)));
        }
        return documents;
    }

    /** Returns the documents in the tree, as texts by file name. */
    private static Map<String, String> kept() throws IOException {
        Path docs = ROOT.resolve("docs");
        Map<String, String> kept = new TreeMap<>();
        for (Path file : List.of(docs.resolve("asyncapi.json"), docs.resolve("schemas"))) {
            if (!Files.exists(file)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(file)) {
                for (Path each : files.filter(Files::isRegularFile).toList()) {
                    kept.put(docs.relativize(each).toString(), Files.readString(each));
                }
            }
        }
        return kept;
    }

    private static String version() throws IOException {
        return VERSION.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String text(JsonNode document) throws JsonProcessingException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        return Golden.JSON.writer(printer).writeValueAsString(document) + "\n";
    }
}
