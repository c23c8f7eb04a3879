package io.zizhi.platform.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zizhi.contracts.Event;
import java.io.IOException;

/** The JSON of events. The reader ignores unknown fields, so a newer producer may add some. */
public final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventJson() {}

    public static String write(Event event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An event could not be written: " + event.type(), impossible);
        }
    }

    /** @throws IOException if the bytes are not an event of that class */
    public static <E extends Event> E read(byte[] json, Class<E> eventClass) throws IOException {
        E event = MAPPER.readValue(json, eventClass);
        if (event == null) {
            throw new IOException("The JSON is null");
        }
        return event;
    }
}
