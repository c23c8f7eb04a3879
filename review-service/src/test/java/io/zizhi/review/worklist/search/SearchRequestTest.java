package io.zizhi.review.worklist.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zizhi.platform.http.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRequestTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"workOrder\":1}",
                "{\"companyName\":\"杭州\"}",
                "{\"creditCode\":\"91330106673959654P\"}",
                "{\"accountId\":\"company-a\"}",
                "{\"reviewerId\":\"reviewer-a\",\"outcome\":\"REJECTED\"}",
                "{\"submittedFrom\":\"2026-11-01T00:00:00Z\"}",
                "{\"decidedFrom\":\"2026-11-01T00:00:00Z\",\"decidedTo\":\"2026-12-01T00:00:00Z\"}",
            })
    void accepts_narrow_criteria(String body) {
        assertThatNoException().isThrownBy(() -> read(body).requireNarrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | CRITERION_REQUIRED",
                "{\"statuses\":[\"OPEN\"],\"policy\":\"STANDARD\"} | CRITERION_REQUIRED",
                "{\"decidedFrom\":\"+999999999-01-01T00:00:00Z\"} | PARAMETER_INVALID",
                "{\"submittedTo\":\"2026-11-01T00:00:00Z\"} | CRITERION_REQUIRED",
                "{\"workOrder\":1,\"decidedFrom\":\"2026-11-02T00:00:00Z\",\"decidedTo\":\"2026-11-02T00:00:00Z\"} | PERIOD_EMPTY",
            })
    void rejects_broad_criteria_and_empty_periods(String body, String code) {
        assertThatThrownBy(() -> read(body).requireNarrow())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void names_the_criteria_without_values() throws JsonProcessingException {
        assertThat(read("{\"companyName\":\"杭州\",\"statuses\":[\"OPEN\"]}").names())
                .containsExactly("companyName", "statuses");
    }

    private static SearchRequest read(String body) throws JsonProcessingException {
        return JSON.readValue(body, SearchRequest.class);
    }
}
