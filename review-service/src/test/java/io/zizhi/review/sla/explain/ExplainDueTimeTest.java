package io.zizhi.review.sla.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.calendar.HolidayCalendar;
import io.zizhi.review.clock.calendar.PublishedCalendar;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainDueTimeTest {

    private final ClockData data =
            new ClockData(1, ClockPolicies.read(), Map.of(), HolidayCalendar.of(PublishedCalendar.read()), Map.of(), 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T20:00:00+08:00",
                "2026-11-24T20:00:00 08:00",
                "2026-11-24T12:00:00Z",
                "2026-11-24T20:00+08:00"
            })
    void shows_every_instant_in_desk_time(String from) {
        ClockView view = ExplainDueTime.explain(data, "STANDARD", from);

        assertThat(view.from()).isEqualTo("2026-11-24T20:00:00+08:00");
        assertThat(view.warnAt()).isEqualTo("2026-11-25T09:30:00+08:00");
        assertThat(view.dueAt()).isEqualTo("2026-11-25T10:00:00+08:00");
        assertThat(view.escalateAt()).isEqualTo("2026-11-25T11:00:00+08:00");
        assertThat(view.provisional()).isFalse();
        assertThat(view.intervals())
                .containsExactly(
                        new ClockView.IntervalView("2026-11-24T20:00:00+08:00", "2026-11-24T21:00:00+08:00"),
                        new ClockView.IntervalView("2026-11-25T09:00:00+08:00", "2026-11-25T10:00:00+08:00"));
    }

    @ParameterizedTest
    @CsvSource({
        ",         2026-11-24T10:00:00Z,      ?policy, FIELD_REQUIRED",
        "FAST,     2026-11-24T10:00:00Z,      ?policy, CLOCK_POLICY_UNKNOWN",
        "standard, 2026-11-24T10:00:00Z,      ?policy, CLOCK_POLICY_UNKNOWN",
        "STANDARD, ,                          ?from,   FIELD_REQUIRED",
        "STANDARD, 2026-11-24T10:00:00,       ?from,   INSTANT_INVALID",
        "STANDARD, 2026-11-24,                ?from,   INSTANT_INVALID",
        "STANDARD, 2026-02-30T10:00:00+08:00, ?from,   INSTANT_INVALID",
        "STANDARD, yesterday,                 ?from,   INSTANT_INVALID",
        "STANDARD, 1987-07-01T10:00:00+08:00, ?from,   INSTANT_OUT_OF_RANGE",
        "STANDARD, +999999999-12-31T23:59:59-18:00, ?from, INSTANT_OUT_OF_RANGE",
    })
    void rejects_an_invalid_query_with_code_and_parameter(
            @Nullable String policy, @Nullable String from, String pointer, String code) {
        assertThatThrownBy(() -> ExplainDueTime.explain(data, policy, from))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.violations())
                            .extracting(Violation::pointer, Violation::code)
                            .containsExactly(org.assertj.core.groups.Tuple.tuple(pointer, code));
                });
    }

    @Test
    void shows_an_unknown_year_as_provisional() {
        assertThat(ExplainDueTime.explain(data, "GOVERNMENT", "2026-12-31T12:00:00+08:00")
                        .provisional())
                .isTrue();
    }
}
