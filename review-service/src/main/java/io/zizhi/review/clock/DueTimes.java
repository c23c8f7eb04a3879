package io.zizhi.review.clock;

import io.zizhi.review.clock.calendar.Day;
import java.time.Instant;
import java.util.List;

/**
 * When a submission is due, and why.
 *
 * @param policy name of the policy
 * @param from the submission's instant, inside or outside open time
 * @param warnAt when the policy's warning share of the target has passed
 * @param dueAt when the target has passed
 * @param escalateAt when the policy's escalation share of the target has passed
 * @param provisional whether a day without a published calendar was counted on the way to {@code escalateAt}
 * @param intervals the open time consumed from {@code from} to {@code dueAt}, in order and merged
 * @param days the days judged on the way to {@code escalateAt}, open or not, in order
 */
public record DueTimes(
        String policy,
        Instant from,
        Instant warnAt,
        Instant dueAt,
        Instant escalateAt,
        boolean provisional,
        List<Interval> intervals,
        List<Day> days) {}
