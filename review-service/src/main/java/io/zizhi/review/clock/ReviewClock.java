package io.zizhi.review.clock;

import io.zizhi.review.clock.calendar.Day;
import io.zizhi.review.clock.calendar.HolidayCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes due instants by counting open time, day by day from the submission. It skips a first day whose window is
 * already over, so that such a day cannot make the result provisional.
 */
public final class ReviewClock {

    private static final int WHOLE_TARGET = 100;

    private final HolidayCalendar calendar;
    private final ZoneId zone;

    public ReviewClock(HolidayCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    public DueTimes due(ClockPolicy policy, Instant from) {
        OpenTime open = new OpenTime();
        List<Day> days = consume(open, policy, from);
        Duration target = policy.openTime(WHOLE_TARGET);
        return new DueTimes(
                policy.name(),
                from,
                open.passed(policy.openTime(policy.warnPercent())),
                open.passed(target),
                open.passed(policy.openTime(policy.escalatePercent())),
                days.stream().anyMatch(Day::provisional),
                open.first(target),
                days);
    }

    /** Returns whether the desk is open at {@code instant} under the policy. */
    boolean isOpen(ClockPolicy policy, Instant instant) {
        LocalDate date = instant.atZone(zone).toLocalDate();
        return policy.window(date, zone).contains(instant) && policy.openDays().isOpen(calendar.judge(date));
    }

    /** Fills {@code open} up to the escalation and returns the days considered on the way. */
    private List<Day> consume(OpenTime open, ClockPolicy policy, Instant from) {
        Duration left = policy.openTime(policy.escalatePercent());
        List<Day> days = new ArrayList<>();
        for (LocalDate date = from.atZone(zone).toLocalDate(); left.isPositive(); date = date.plusDays(1)) {
            Interval window = policy.window(date, zone).startingAt(from);
            if (window.isEmpty()) {
                continue;
            }
            Day day = calendar.judge(date);
            days.add(day);
            if (policy.openDays().isOpen(day)) {
                Interval consumed = window.first(left);
                open.add(consumed);
                left = left.minus(consumed.length());
            }
        }
        return List.copyOf(days);
    }
}
