package io.zizhi.platform.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTimeTest {

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    PlainTimeTest() {
        new StrictJson().customize(json);
    }

    @Test
    void a_date_is_read_from_its_text() throws Exception {
        assertThat(json.readValue("\"2026-11-25\"", LocalDate.class)).isEqualTo("2026-11-25");
        assertThat(json.readValue("null", LocalDate.class)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[2026,11,25]", "20782", "true", "{}", "\"25.11.2026\"", "\"2026-02-30\""})
    void rejects_values_that_are_not_date_texts(String other) {
        assertThatThrownBy(() -> json.readValue(other, LocalDate.class)).isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void an_instant_is_read_from_its_text_in_any_offset() throws Exception {
        assertThat(json.readValue("\"2026-11-25T01:00:00Z\"", Instant.class)).isEqualTo("2026-11-25T01:00:00Z");
        assertThat(json.readValue("\"2026-11-25T09:00:00+08:00\"", Instant.class))
                .isEqualTo("2026-11-25T01:00:00Z");
        assertThat(json.readValue("null", Instant.class)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.5", "1795600000", "\"1795600000\"", "[]", "true", "{}", "\"2026-11-25\"", "\" \""})
    void rejects_values_that_are_not_instant_texts(String other) {
        assertThatThrownBy(() -> json.readValue(other, Instant.class)).isInstanceOf(MismatchedInputException.class);
    }
}
