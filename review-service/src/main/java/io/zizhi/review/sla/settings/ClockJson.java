package io.zizhi.review.sla.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.PolicyAllocation;
import io.zizhi.review.clock.calendar.CalendarFile.Arrangement;

/**
 * Reads and writes the stored JSON of policies, policy allocation and arrangements. It equals the format of the files
 * and of the API.
 */
final class ClockJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private ClockJson() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cannot be written: " + value, impossible);
        }
    }

    static ClockPolicy policy(String json) {
        return read(json, ClockPolicy.class);
    }

    static Arrangement arrangement(String json) {
        return read(json, Arrangement.class);
    }

    static PolicyAllocation allocation(String json) {
        return read(json, PolicyAllocation.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The stored " + type.getSimpleName() + " cannot be read", unreadable);
        }
    }
}
