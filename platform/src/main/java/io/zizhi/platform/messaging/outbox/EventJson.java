package io.zizhi.platform.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zizhi.contracts.Event;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of events. The reader ignores unknown fields, so a newer producer may add some. It requires the fields that
 * the schema of the event requires.
 */
public final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
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
        requireComplete(event);
        return event;
    }

    private static void requireComplete(Object part) throws IOException {
        if (part instanceof List<?> list) {
            for (Object each : list) {
                if (each == null) {
                    throw new IOException("A list contains null");
                }
                requireComplete(each);
            }
        } else if (part instanceof Record) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                Object value = value(part, component);
                if (value != null) {
                    requireComplete(value);
                } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    throw new IOException("The field " + component.getName() + " is missing or null");
                }
            }
        }
    }

    private static @Nullable Object value(Object part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("An event cannot be read: " + part.getClass(), impossible);
        }
    }
}
