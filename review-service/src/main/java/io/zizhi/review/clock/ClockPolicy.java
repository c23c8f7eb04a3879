package io.zizhi.review.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The clock policy for one kind of submission: data, read from {@code clock/policies.json}.
 *
 * @param name stable, for example {@code STANDARD}
 * @param openDays which days are open
 * @param opens start of the daily window, local time
 * @param closes end of the daily window, local time, exclusive; 00:00 means midnight at the end of the day
 * @param target open time after which the review is overdue
 * @param warnPercent share of the target after which to warn, 1 to 100
 * @param escalatePercent share of the target after which to escalate, at least 100
 */
public record ClockPolicy(
        String name,
        OpenDays openDays,
        LocalTime opens,
        LocalTime closes,
        Target target,
        int warnPercent,
        int escalatePercent) {

    public ClockPolicy {
        if (!opens.isBefore(closes) && !closes.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("Policy " + name + ": the window must close after it opens.");
        }
        if (warnPercent < 1 || warnPercent > 100 || escalatePercent < 100) {
            throw new IllegalArgumentException(
                    "Policy " + name + ": warnPercent must be 1 to 100, and escalatePercent at least 100.");
        }
    }

    /** Returns {@code percent} of the target as open time. */
    Duration openTime(int percent) {
        return target.openTime(openDay()).multipliedBy(percent).dividedBy(100);
    }

    public Duration escalation() {
        return openTime(escalatePercent);
    }

    /** Returns the length of the daily window. */
    public Duration openDay() {
        return closesAtMidnight()
                ? Duration.between(opens, LocalTime.MAX).plusNanos(1)
                : Duration.between(opens, closes);
    }

    private boolean closesAtMidnight() {
        return closes.equals(LocalTime.MIDNIGHT);
    }

    /** Returns the window of {@code date}, whether or not that day is open. */
    Interval window(LocalDate date, ZoneId zone) {
        LocalDate lastDate = closesAtMidnight() ? date.plusDays(1) : date;
        return new Interval(
                date.atTime(opens).atZone(zone).toInstant(),
                lastDate.atTime(closes).atZone(zone).toInstant());
    }
}
