package io.zizhi.review.clock;

import io.zizhi.review.clock.calendar.HolidayCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How much open time has passed between two instants; the clock read the other way round: from a submission to its due
 * instant it is exactly the target.
 */
public final class ElapsedOpenTime {

    private final HolidayCalendar calendar;
    private final ZoneId zone;

    private ElapsedOpenTime(HolidayCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** By the calendar of that data. */
    public static ElapsedOpenTime by(ClockData data) {
        return new ElapsedOpenTime(data.calendar(), data.policies().zone());
    }

    /** Open time of the policy from {@code from} to {@code to}; zero where that is not later. */
    public Duration between(ClockPolicy policy, Instant from, Instant to) {
        Duration passed = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate date = from.atZone(zone).toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
            Interval window = policy.window(date, zone).startingAt(from).endingAt(to);
            if (!window.isEmpty() && policy.openDays().isOpen(calendar.judge(date))) {
                passed = passed.plus(window.length());
            }
        }
        return passed;
    }
}
