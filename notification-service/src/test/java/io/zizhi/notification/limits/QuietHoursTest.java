package io.zizhi.notification.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-29T20:59:59.999+08:00,",
        "2026-11-29T21:00:00+08:00, 2026-11-30T08:00:00+08:00",
        "2026-11-29T23:59:59+08:00, 2026-11-30T08:00:00+08:00",
        "2026-11-30T00:00:00+08:00, 2026-11-30T08:00:00+08:00",
        "2026-11-30T07:59:59+08:00, 2026-11-30T08:00:00+08:00",
        "2026-11-30T08:00:00+08:00,",
        "2026-12-31T15:00:00Z, 2027-01-01T00:00:00Z"
    })
    void last_over_midnight_in_china(String now, String end) {
        assertEnd("21:00-08:00", now, end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-29T11:59:59+08:00,",
        "2026-11-29T12:00:00+08:00, 2026-11-29T14:30:00+08:00",
        "2026-11-29T14:30:00+08:00,"
    })
    void may_lie_within_a_day(String now, String end) {
        assertEnd("12:00-14:30", now, end);
    }

    @Test
    void are_over_at_their_end() {
        QuietHours hours = QuietHours.of("21:00-08:00");
        Instant end = hours.endAfter(Instant.parse("2026-11-29T14:00:00Z")).orElseThrow();
        assertThat(hours.endAfter(end)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "21-8", "21:00", "24:00-08:00", "21:60-08:00", "08:00-08:00", "21:00/08:00"})
    void refuses_invalid_settings(String text) {
        assertThatThrownBy(() -> QuietHours.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertEnd(String hours, String now, String end) {
        var found = QuietHours.of(hours).endAfter(OffsetDateTime.parse(now).toInstant());
        assertThat(found.map(Instant::toString).orElse(null))
                .isEqualTo(
                        end == null
                                ? null
                                : OffsetDateTime.parse(end).toInstant().toString());
    }
}
