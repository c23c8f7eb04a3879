package io.zizhi.review.sla.arrangement;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.review.clock.calendar.HolidayCalendar;
import io.zizhi.review.clock.calendar.PublishedCalendar;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookForNextYearTest {

    private final HolidayCalendar calendar = HolidayCalendar.of(PublishedCalendar.read());

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, false",
        "2026-01-01, false",
        "2026-09-30, false",
        "2026-10-01, true",
        "2026-12-31, true",
        "2027-01-01, false"
    })
    void reports_a_missing_next_year_from_october_on(LocalDate today, boolean missing) {
        assertThat(LookForNextYear.isMissing(calendar, today)).isEqualTo(missing);
    }
}
