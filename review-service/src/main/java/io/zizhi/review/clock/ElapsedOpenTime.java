package io.zizhi.review.clock;

import io.zizhi.review.clock.calendar.HolidayCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Computes how much open time passed between two instants. From a submission to its due instant the result is exactly
 * the target.
 */
public final class ElapsedOpenTime {

    private final HolidayCalendar calendar;
    private final ZoneId zone;

    private ElapsedOpenTime(HolidayCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** Uses the calendar and zone of {@code data}. */
    public static ElapsedOpenTime by(ClockData data) {
        return new ElapsedOpenTime(data.calendar(), data.policies().zone());
    }

    /** Returns the policy's open time from {@code from} to {@code to}; zero when {@code to} is not later. */
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
