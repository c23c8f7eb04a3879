package io.zizhi.review.clock;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The reckoning of the clock as people read it: every instant in the desk's own time, {@code +08:00}, with its seconds.
 * Elsewhere instants are UTC; here the window of the day is the point.
 *
 * @param policy name of the policy
 * @param from the instant asked for
 * @param warnAt 75 % of the target
 * @param dueAt the whole target
 * @param escalateAt 150 % of the target
 * @param provisional whether a day without a published calendar was counted on the way to {@code escalateAt}; the
 *     instants after that day may move when it is published, those before it stay
 * @param intervals open time consumed from {@code from} to {@code dueAt}
 */
public record ClockView(
        String policy,
        String from,
        String warnAt,
        String dueAt,
        String escalateAt,
        boolean provisional,
        List<IntervalView> intervals) {

    private static final DateTimeFormatter DESK_TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneOffset.ofHours(8));

    /**
     * One stretch of open time.
     *
     * @param from start
     * @param to end
     */
    public record IntervalView(String from, String to) {}

    static ClockView from(DueTimes due) {
        return new ClockView(
                due.policy(),
                deskTime(due.from()),
                deskTime(due.warnAt()),
                deskTime(due.dueAt()),
                deskTime(due.escalateAt()),
                due.provisional(),
                due.intervals().stream()
                        .map(part -> new IntervalView(deskTime(part.from()), deskTime(part.to())))
                        .toList());
    }

    private static String deskTime(Instant instant) {
        return DESK_TIME.format(instant);
    }
}
