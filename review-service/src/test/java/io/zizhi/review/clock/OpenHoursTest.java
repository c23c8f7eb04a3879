package io.zizhi.review.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.review.clock.calendar.HolidayCalendar;
import io.zizhi.review.clock.calendar.PublishedCalendar;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenHoursTest {

    private static final ClockData DATA =
            new ClockData(1, ClockPolicies.read(), Map.of(), HolidayCalendar.of(PublishedCalendar.read()), Map.of(), 1);

    @ParameterizedTest
    @CsvSource({
        "2026-11-29T08:59:59+08:00, false",
        "2026-11-29T09:00:00+08:00, true",
        "2026-11-29T20:59:59+08:00, true",
        "2026-11-29T21:00:00+08:00, false",
        "2026-11-30T00:00:00+08:00, false",
        "2026-10-01T10:00:00+08:00, false"
    })
    void desk_is_open_within_the_window_of_any_policy(String instant, boolean open) {
        assertThat(DATA.isOpen(Instant.parse(instant))).isEqualTo(open);
    }
}
