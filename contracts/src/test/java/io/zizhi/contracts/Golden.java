package io.zizhi.contracts;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The golden files: one published event of each type. */
final class Golden {

    /** Configured like the tolerant mapper of the services. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Golden() {}

    static String text(EventType type) {
        String file = "/golden/" + type.typeName() + ".json";
        try (InputStream json = Golden.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(json, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ObjectNode json(EventType type) {
        try {
            return (ObjectNode) JSON.readTree(text(type));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
