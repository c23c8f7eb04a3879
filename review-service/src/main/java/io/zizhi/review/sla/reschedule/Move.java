package io.zizhi.review.sla.reschedule;

import io.zizhi.review.clock.DueTimes;
import io.zizhi.review.review.Review;
import java.time.Instant;

/**
 * A review whose due instants a change would move.
 *
 * @param workOrder the review
 * @param policy name of its clock policy
 * @param policyThen name of its clock policy after the change
 * @param dueAt current due instant
 * @param dueAtThen due instant after the change
 * @param provisional whether a day without a published calendar is counted on the way to its escalation
 * @param provisionalThen the same after the change
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
