package io.zizhi.review.clock.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCalendarTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final HolidayCalendar calendar = HolidayCalendar.of(PublishedCalendar.read());

    @ParameterizedTest
    @CsvSource({
        "2026-02-14, MAKE_UP_WORKDAY, false",
        "2026-02-15, HOLIDAY,         false",
        "2026-02-24, ORDINARY,        false",
        "2025-10-08, HOLIDAY,         false",
        "2025-10-11, MAKE_UP_WORKDAY, false",
        "2027-01-01, HOLIDAY,         true",
        "2027-01-02, ORDINARY,        true",
        "2027-02-04, ORDINARY,        true",
        "2027-02-05, HOLIDAY,         true",
        "2027-02-08, HOLIDAY,         true",
        "2027-02-09, ORDINARY,        true",
        "2027-05-02, HOLIDAY,         true",
        "2027-05-03, ORDINARY,        true",
        "2027-10-03, HOLIDAY,         true",
        "2024-10-01, HOLIDAY,         true",
    })
    void judges_a_day_by_notice_or_statutory_days(LocalDate date, DayKind kind, boolean provisional) {
        assertThat(calendar.judge(date)).isEqualTo(new Day(date, kind, provisional));
    }

    @Test
    void accepts_days_of_the_preceding_december() {
        LocalDate newYearsEve = LocalDate.of(2028, 12, 31);
        HolidayCalendar withNextYear = calendar("元旦", List.of(newYearsEve), List.of());

        assertThat(withNextYear.judge(newYearsEve)).isEqualTo(new Day(newYearsEve, DayKind.HOLIDAY, false));
        assertThat(withNextYear.judge(LocalDate.of(2028, 12, 30)).provisional()).isTrue();
    }

    @Test
    void rejects_a_day_that_is_both_off_and_worked() {
        List<LocalDate> day = List.of(LocalDate.of(2029, 1, 1));

        assertThatThrownBy(() -> calendar("元旦", day, day)).isInstanceOf(IllegalArgumentException.class);
    }

    private static HolidayCalendar calendar(String name, List<LocalDate> off, List<LocalDate> work) {
        CalendarFile.Holiday holiday = new CalendarFile.Holiday(name, off, work);
        return HolidayCalendar.of(
                new CalendarFile("test", ZONE, Map.of(2029, new CalendarFile.Arrangement(List.of(holiday)))));
    }
}
