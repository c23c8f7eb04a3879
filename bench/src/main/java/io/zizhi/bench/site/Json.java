package io.zizhi.bench.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zizhi.contracts.Event;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.ReviewReleased;
import io.zizhi.contracts.SlaWarned;
import java.time.Instant;
import java.util.List;

/** Events of a realistic size. */
public final class Json {

    private static final Instant INSTANT = Instant.parse("2026-11-25T02:00:00.123456Z");

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Json() {}

    public static String warned(long workOrder) {
        return write(new SlaWarned(workOrder, workOrder, INSTANT, INSTANT));
    }

    public static String released(long workOrder) {
        return write(new ReviewReleased(workOrder, workOrder, "reviewer-1", false, INSTANT));
    }

    public static String submitted(long id, Instant at) {
        return write(new QualificationSubmitted(
                id,
                id,
                "company-a",
                1,
                "示例资质",
                "星河示例科技有限公司",
                "91330106673959654P",
                OwnerType.COMPANY,
                Purpose.SELF,
                List.of("00000000000000000000000000000001", "00000000000000000000000000000002"),
                "contact-1",
                at));
    }

    private static String write(Event event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
