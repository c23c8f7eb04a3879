package io.zizhi.review.sla.arrangement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.review.clock.calendar.CalendarFile.Arrangement;
import io.zizhi.review.sla.settings.CalendarYear;
import io.zizhi.review.sla.settings.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a year of the calendar.
 *
 * @param year the year
 * @param version from 1; the value for {@code If-Match}
 * @param revision revision of policies, calendar and allocation that this version created
 * @param changedBy who loaded it; {@code start-up} for the version that the service brought along
 * @param changedAt when it was loaded
 * @param source where the days were published
 * @param holidays its holidays
 */
public record CalendarYearView(
        int year,
        int version,
        long revision,
        String changedBy,
        Instant changedAt,
        String source,
        List<HolidayView> holidays) {

    /**
     * A holiday and its days.
     *
     * @param name Chinese name, for example 春节
     * @param off days off
     * @param work weekend days that are make-up workdays; absent if there are none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HolidayView(
            String name, List<LocalDate> off, @Nullable List<LocalDate> work) {}

    static CalendarYearView from(Version<CalendarYear> version) {
        CalendarYear year = version.content();
        return new CalendarYearView(
                year.year(),
                version.number(),
                version.revision(),
                version.changedBy(),
                version.changedAt(),
                year.source(),
                holidays(year.arrangement()));
    }

    static List<HolidayView> holidays(Arrangement arrangement) {
        return arrangement.holidays().stream()
                .map(holiday -> new HolidayView(holiday.name(), holiday.off(), holiday.work()))
                .toList();
    }
}
