package io.zizhi.platform.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.contracts.EventType;
import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void requires_the_fields_that_the_schema_requires(EventType type) throws IOException {
        JsonNode schema = schema(type);
        Set<String> required = new TreeSet<>();
        schema.get("required").forEach(field -> required.add(field.asText()));
        Set<String> missed = new TreeSet<>();
        Set<String> missedAsNull = new TreeSet<>();
        for (String field : fields(schema)) {
            if (!isReadable(type, without(schema, field))) {
                missed.add(field);
            }
            if (!isReadable(type, example(schema).putNull(field))) {
                missedAsNull.add(field);
            }
        }
        assertThat(isReadable(type, example(schema))).isTrue();
        assertThat(missed).isEqualTo(required);
        assertThat(missedAsNull).isEqualTo(required);
    }

    @Test
    void rejects_incomplete_parts() throws IOException {
        ObjectNode event = example(schema(EventType.REVIEW_DECIDED));
        event.putArray("reasons").addNull();
        assertThat(isReadable(EventType.REVIEW_DECIDED, event)).isFalse();
        event.putArray("reasons").addObject().put("code", "IMAGE_BLURRED");
        assertThat(isReadable(EventType.REVIEW_DECIDED, event)).isFalse();
        event.putArray("reasons").addObject().put("code", "IMAGE_BLURRED").put("pointer", "/company");
        assertThat(isReadable(EventType.REVIEW_DECIDED, event)).isTrue();
    }

    private static JsonNode schema(EventType type) throws IOException {
        return JSON.readTree(ProjectFolder.find()
                .resolve("docs/schemas/" + type.typeName() + ".json")
                .toFile());
    }

    private static Set<String> fields(JsonNode schema) {
        Set<String> fields = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static ObjectNode example(JsonNode schema) {
        return schema.at("/examples/0").deepCopy();
    }

    private static ObjectNode without(JsonNode schema, String field) {
        ObjectNode event = example(schema);
        event.remove(field);
        return event;
    }

    private static boolean isReadable(EventType type, JsonNode event) {
        try {
            EventJson.read(event.toString().getBytes(UTF_8), type.eventClass());
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
