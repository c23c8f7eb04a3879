package io.zizhi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards the published format: old events stay readable and the format does not change by accident. */
class GoldenJsonTest {

    /** Configured like the tolerant mapper of the services. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @EnumSource
    void writes_event_as_in_golden_file(EventType type) throws IOException {
        String written = JSON.writeValueAsString(Samples.of(type));
        assertThat(JSON.readTree(written)).isEqualTo(golden(type));
    }

    @ParameterizedTest
    @EnumSource
    void reads_golden_file_as_event(EventType type) throws IOException {
        assertThat(JSON.treeToValue(golden(type), type.eventClass())).isEqualTo(Samples.of(type));
    }

    @ParameterizedTest
    @EnumSource
    void ignores_fields_added_by_newer_producer(EventType type) throws IOException {
        ObjectNode newer = golden(type);
        newer.put("addedLater", "x");
        newer.putObject("addedObject").put("more", 1);
        assertThat(JSON.treeToValue(newer, type.eventClass())).isEqualTo(Samples.of(type));
    }

    @Test
    void reads_submission_without_person_accounts() throws IOException {
        ObjectNode older = golden(EventType.QUALIFICATION_SUBMITTED);
        older.remove("personAccounts");
        assertThat(JSON.treeToValue(older, QualificationSubmitted.class).personAccounts())
                .isEmpty();
    }

    private static ObjectNode golden(EventType type) throws IOException {
        String file = "/golden/" + type.typeName() + ".json";
        try (InputStream json = GoldenJsonTest.class.getResourceAsStream(file)) {
            assertThat(json).as(file).isNotNull();
            return (ObjectNode) JSON.readTree(json);
        }
    }
}
