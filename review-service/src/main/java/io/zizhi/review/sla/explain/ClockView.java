package io.zizhi.review.sla.explain;

import io.zizhi.review.clock.DeskTime;
import io.zizhi.review.clock.DueTimes;
import io.zizhi.review.clock.Interval;
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

    /**
     * One stretch of open time.
     *
     * @param from start
     * @param to end
     */
    public record IntervalView(String from, String to) {

        public static IntervalView from(Interval part) {
            return new IntervalView(DeskTime.of(part.from()), DeskTime.of(part.to()));
        }
    }

    static ClockView from(DueTimes due) {
        return new ClockView(
                due.policy(),
                DeskTime.of(due.from()),
                DeskTime.of(due.warnAt()),
                DeskTime.of(due.dueAt()),
                DeskTime.of(due.escalateAt()),
                due.provisional(),
                due.intervals().stream().map(IntervalView::from).toList());
    }
}
