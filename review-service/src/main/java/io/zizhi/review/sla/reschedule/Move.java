package io.zizhi.review.sla.reschedule;

import io.zizhi.review.clock.DueTimes;
import io.zizhi.review.review.Review;
import java.time.Instant;

/**
 * A review that would move.
 *
 * @param workOrder the review
 * @param policy name of its clock policy
 * @param policyThen name of the policy it would get
 * @param dueAt when it is due
 * @param dueAtThen when it would be due
 * @param provisional whether a day without a published calendar is counted on the way to its escalation
 * @param provisionalThen whether one would be counted
 */
public record Move(
        long workOrder,
        String policy,
        String policyThen,
        Instant dueAt,
        Instant dueAtThen,
        boolean provisional,
        boolean provisionalThen) {

    static Move of(Review review, DueTimes due) {
        return new Move(
                review.workOrder(),
                review.sla().policy(),
                due.policy(),
                review.sla().dueAt(),
                due.dueAt(),
                review.sla().provisional(),
                due.provisional());
    }
}
