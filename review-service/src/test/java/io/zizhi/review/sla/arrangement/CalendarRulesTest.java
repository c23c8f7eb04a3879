package io.zizhi.review.sla.arrangement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.review.clock.calendar.PublishedCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarRulesTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static final String RIGHT = """
            {"source": "test", "zone": "Asia/Shanghai", "years": {"2027": {"holidays": [
              {"name": "元旦", "off": ["2026-12-31", "2027-01-01"], "work": ["2027-01-09"]},
              {"name": "劳动节", "off": ["2027-05-01", "2027-05-02"]},
              {"name": "春节", "off": ["2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08"]},
              {"name": "清明节", "off": ["2027-04-05"]},
              {"name": "端午节", "off": ["2027-06-09"]},
              {"name": "中秋节", "off": ["2027-09-15"]},
              {"name": "国庆节", "off": ["2027-10-01", "2027-10-02", "2027-10-03"], "work": []}]}}}
            """;

    @Test
    void accepts_a_valid_year_unchanged() throws JsonProcessingException {
        assertThat(CalendarRules.check(2027, read(RIGHT)).arrangement().holidays())
                .hasSize(7)
                .satisfies(holidays -> assertThat(holidays.get(6).work()).isNull());
    }

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026})
    void accepts_the_published_years(int year) throws IOException {
        try (InputStream file = PublishedCalendar.class.getResourceAsStream("/calendar/holidays-cn.json")) {
            CalendarRequest all = JSON.readValue(Objects.requireNonNull(file), CalendarRequest.class);
            String name = String.valueOf(year);
            CalendarRequest one = new CalendarRequest(
                    all.source(),
                    all.zone(),
                    Map.of(name, Objects.requireNonNull(all.years().get(name))));

            assertThat(CalendarRules.check(year, one).arrangement())
                    .isEqualTo(PublishedCalendar.read().years().get(year));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Asia/Shanghai            | Asia/Tokyo                | /zone                      | ZONE_UNSUPPORTED",
                "\"2027\":               | \"2028\":                | /years                     | YEAR_MISMATCH",
                "\"2027-01-09\"          | \"2027-01-08\"           | /years/2027/holidays/0/work/0 | WORKDAY_NOT_ON_WEEKEND",
                "\"2026-12-31\"          | \"2026-11-30\"           | /years/2027/holidays/0/off/0  | DATE_OUT_OF_YEAR",
                "\"2026-12-31\"          | \"2028-01-01\"           | /years/2027/holidays/0/off/0  | DATE_OUT_OF_YEAR",
                "\"2026-12-31\"          | \"2027-10-03\"           | /years/2027/holidays/6/off/2  | DATE_TWICE",
                "\"2026-12-31\"          | null                      | /years/2027/holidays/0/off/0  | FIELD_REQUIRED",
                "\"2027-10-03\"          | \"2027-10-04\"           | /years/2027/holidays       | STATUTORY_DAY_MISSING",
                "[\"2027-05-01\", \"2027-05-02\"] | null            | /years/2027/holidays/1/off | FIELD_REQUIRED",
                "\"劳动节\"              | \" \"                     | /years/2027/holidays/1/name | FIELD_REQUIRED",
            })
    void rejects_invalid_years_with_code_and_pointer(String right, String wrong, String pointer, String code)
            throws JsonProcessingException {
        assertThat(RIGHT).contains(right);
        CalendarRequest request = read(RIGHT.replace(right, wrong));

        assertThatThrownBy(() -> CalendarRules.check(2027, request))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.violations())
                            .extracting(Violation::pointer, Violation::code)
                            .contains(Tuple.tuple(pointer, code));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-05, Spring Festival",
        "2027-02-08, 春节",
        "2027-04-05, Qingming",
        "2027-06-09, Dragon Boat Festival",
        "2027-09-15, 中秋节",
        "2027-10-01, National Day",
    })
    void names_the_missing_statutory_day(String day, String name) throws JsonProcessingException {
        CalendarRequest request = read(RIGHT.replace(day, "2027-12-31"));

        assertThatThrownBy(() -> CalendarRules.check(2027, request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.violations())
                                .singleElement()
                                .satisfies(violation -> {
                                    assertThat(violation.code()).isEqualTo("STATUTORY_DAY_MISSING");
                                    assertThat(violation.detail()).contains(day).contains(name);
                                }));
    }

    @Test
    void accepts_only_years_in_range() throws JsonProcessingException {
        CalendarRequest request = read(RIGHT.replace("2027", "1999").replace("2026", "1998"));

        assertThatThrownBy(() -> CalendarRules.check(1999, request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(Violation::code)
                                .contains("YEAR_OUT_OF_RANGE"));
    }

    private static CalendarRequest read(String json) throws JsonProcessingException {
        return JSON.readValue(json, CalendarRequest.class);
    }
}
