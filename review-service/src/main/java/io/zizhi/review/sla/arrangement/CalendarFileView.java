package io.zizhi.review.sla.arrangement;

import io.zizhi.review.sla.settings.CalendarYear;
import java.util.List;
import java.util.Map;

/**
 * One calendar year, in the format of the holiday file. The file can be loaded again unchanged.
 *
 * @param source where the days were published
 * @param zone zone of all dates
 * @param years exactly one entry, keyed by the year
 */
public record CalendarFileView(String source, String zone, Map<String, YearView> years) {

    /**
     * The arrangement of one year's notice.
     *
     * @param holidays its holidays
     */
    public record YearView(List<CalendarYearView.HolidayView> holidays) {}

    static CalendarFileView from(CalendarYear year) {
        return new CalendarFileView(
                year.source(),
                "Asia/Shanghai",
                Map.of(String.valueOf(year.year()), new YearView(CalendarYearView.holidays(year.arrangement()))));
    }
}
