package io.zizhi.review.sla.explain;

import io.zizhi.review.clock.DeskTime;
import io.zizhi.review.clock.DueTimes;
import io.zizhi.review.clock.Interval;
import java.util.List;

/**
 * A computation of the clock for human readers. Every instant has the desk's own offset, {@code +08:00}, and seconds.
 * Elsewhere instants are UTC; here readers compare them with the daily window.
 *
 * @param policy name of the policy
 * @param from the requested instant
 * @param warnAt when to warn, at the policy's warning share of the target (by default 75 %)
 * @param dueAt when the target is used up
 * @param escalateAt when to escalate, at the policy's escalation share of the target (by default 150 %)
 * @param provisional whether a day without a published calendar was counted on the way to {@code escalateAt}; the
 *     instants after that day may move when it is published, those before it stay
 * @param intervals open time counted from {@code from} to {@code dueAt}
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
     * An interval of open time.
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
