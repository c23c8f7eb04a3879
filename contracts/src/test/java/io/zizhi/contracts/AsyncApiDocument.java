package io.zizhi.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The AsyncAPI 3.0 document for consumers in other systems, derived from the records and topics. */
final class AsyncApiDocument {

    /** How long topics keep events. The settings {@code zizhi.clean-up} of the services fit this time. */
    private static final Duration RETENTION = Duration.ofDays(14);

    private static final String KAFKA_BINDING = "0.5.0";
    private static final String MESSAGES = "#/components/messages/";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String SECURITY = "#/components/securitySchemes/";

    private static final String DESCRIPTION = """
        The events that the suite publishes to Kafka. The operations are those of the suite: what it sends, your \
        system may receive.

        The key of a record is the id of its aggregate. The headers follow CloudEvents 1.0 in binary mode. Events \
        are delivered at least once: drop events whose `ce_id` you have processed. Process the events of an \
        aggregate in the order of `ce_aggregateversion`, which increases by one. Ignore unknown fields, types and \
        headers, because newer versions may add some. A breaking change starts a new topic and new types with \
        another version. No event contains personal data of natural persons.\
        """;

    private final String version;
    private final EventSchemas schemas;

    /** @param version version of the suite */
    AsyncApiDocument(String version, Comments comments) {
        this.version = version;
        this.schemas = new EventSchemas(comments, SCHEMAS);
    }

    ObjectNode write() {
        ObjectNode document = Golden.JSON.createObjectNode().put("asyncapi", "3.0.0");
        writeInfo(document.putObject("info"));
        document.put("defaultContentType", "application/json");
        writeServers(document.putObject("servers"));
        ObjectNode channels = document.putObject("channels");
        Topics.ALL.forEach(topic -> writeChannel(channels.putObject(nameOf(topic)), topic));
        writeOperations(document.putObject("operations"));
        writeComponents(document.putObject("components"));
        return document;
    }

    private void writeInfo(ObjectNode info) {
        info.put("title", "Zizhi: events").put("version", version).put("description", DESCRIPTION);
        info.putObject("contact").put("name", "The operator of this installation");
        info.putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0.html");
    }

    private static void writeServers(ObjectNode servers) {
        ObjectNode production = servers.putObject("production")
                .put("host", "{broker}")
                .put("protocol", "kafka-secure")
                .put("title", "Production")
                .put(
                        "description",
                        "`SASL_SSL` or `SSL`; the operator gives you the address and a user that may read the topics.");
        production
                .putObject("variables")
                .putObject("broker")
                .put("description", "Host and port of a broker.")
                .putArray("examples")
                .add("kafka.example.cn:9093");
        production
                .putArray("security")
                .add(reference(SECURITY + "scramSha512"))
                .add(reference(SECURITY + "plain"))
                .add(reference(SECURITY + "certificate"));
        servers.putObject("local")
                .put("host", "127.0.0.1:19092")
                .put("protocol", "kafka")
                .put("title", "One machine")
                .put(
                        "description",
                        "Started by `./zizhi up`: `SASL_PLAINTEXT` on the loopback interface. `.zizhi/kafka` contains"
                                + " the settings of the user `tools`. Topics keep their events forever.")
                .putArray("security")
                .add(reference(SECURITY + "plain"));
    }

    private static void writeChannel(ObjectNode channel, String topic) {
        boolean compacted = topic.equals(Topics.ACCOUNT);
        channel.put("address", topic).put("title", topic).put("description", descriptionOf(topic, compacted));
        ObjectNode messages = channel.putObject("messages");
        eventsOf(topic).forEach(type -> messages.set(nameOf(type), reference(MESSAGES + nameOf(type))));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic).put("partitions", Topics.PARTITIONS);
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add(compacted ? "compact" : "delete");
        if (!compacted) {
            configuration.put("retention.ms", RETENTION.toMillis());
        }
        kafka.put("bindingVersion", KAFKA_BINDING);
    }

    private static String descriptionOf(String topic, boolean compacted) {
        return compacted
                ? "Accounts. Written by " + Topics.producer(topic)
                        + " and by systems that verify accounts. Compacted: the "
                        + "highest `version` of an account wins, versions may be missing, and a record without a value "
                        + "means that the account was erased."
                : "Written by " + Topics.producer(topic) + " only.";
    }

    private static void writeOperations(ObjectNode operations) {
        Topics.ALL.forEach(topic -> operations
                .putObject("send" + capitalised(nameOf(topic)) + "Events")
                .put("action", "send")
                .put("title", "Events of " + topic)
                .put("summary", "The suite publishes these events; your system may receive them.")
                .set("channel", reference("#/channels/" + nameOf(topic))));
        operations
                .putObject("receiveAccountEvents")
                .put("action", "receive")
                .put("title", "Verified accounts")
                .put("summary", "The suite receives identities of accounts from the system that verifies them.")
                .set("channel", reference("#/channels/" + nameOf(Topics.ACCOUNT)));
    }

    private void writeComponents(ObjectNode components) {
        ObjectNode messages = components.putObject("messages");
        ObjectNode payloads = components.putObject("schemas");
        payloads.set(EventHeaders.NAME, EventHeaders.schema());
        for (EventType type : EventType.values()) {
            ObjectNode payload = schemas.of(type);
            payloads.set(nameOf(type), payload);
            writeMessage(
                    messages.putObject(nameOf(type)),
                    type,
                    payload.get("description").asText());
        }
        payloads.setAll(schemas.parts());
        ObjectNode security = components.putObject("securitySchemes");
        security.putObject("scramSha512")
                .put("type", "scramSha512")
                .put("description", "SASL mechanism SCRAM-SHA-512.");
        security.putObject("plain").put("type", "plain").put("description", "SASL mechanism PLAIN.");
        security.putObject("certificate").put("type", "X509").put("description", "A client certificate.");
    }

    private static void writeMessage(ObjectNode message, EventType type, String description) {
        message.put("name", type.typeName()).put("title", nameOf(type)).put("description", description);
        message.put("contentType", "application/json");
        message.set("headers", EventHeaders.schemaOf(type, SCHEMAS));
        message.set("payload", reference(SCHEMAS + nameOf(type)));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", "`" + Samples.keyOf(type) + "` as text.");
        kafka.put("bindingVersion", KAFKA_BINDING);
        ObjectNode example = message.putArray("examples").addObject();
        example.set("headers", EventHeaders.exampleOf(type));
        example.set("payload", Golden.json(type));
    }

    private static List<EventType> eventsOf(String topic) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.topic().equals(topic))
                .toList();
    }

    private static String nameOf(EventType type) {
        return type.eventClass().getSimpleName();
    }

    /** Returns the channel's name in the document: {@code review} for {@code zizhi.review.v1}. */
    private static String nameOf(String topic) {
        return topic.substring(topic.indexOf('.') + 1, topic.lastIndexOf('.'));
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static ObjectNode reference(String pointer) {
        return Golden.JSON.valueToTree(Map.of("$ref", pointer));
    }
}
