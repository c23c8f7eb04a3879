package io.zizhi.review.sla.explain;

import io.zizhi.contracts.ExtensionReason;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.SlaTimes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a review's due time. Immutable once stored.
 *
 * @param workOrder the review
 * @param kind the kind of change
 * @param at when it happened
 * @param by {@code sub} of the supervisor who extended; null for a recomputation
 * @param added open time added to the target; zero for a recomputation
 * @param reason reason of the extension; null for a recomputation
 * @param revision revision of policies, calendar and allocation that the new due time was computed from
 * @param before the clock before the step
 * @param after the clock after the step
 */
public record ClockStep(
        long workOrder,
        Kind kind,
        Instant at,
        @Nullable String by,
        Duration added,
        @Nullable ExtensionReason reason,
        long revision,
        @Nullable Standing before,
        @Nullable Standing after) {

    /** The kinds of change. */
    public enum Kind {
        /** A supervisor extended the review (延长). */
        EXTENDED,

        /** A policy, the calendar or the policy allocation changed (重新计算). */
        RESCHEDULED
    }

    /**
     * The state of a review's clock.
     *
     * @param policy name of the policy
     * @param dueAt when it was due
     * @param provisional whether a day without a published calendar was counted
     */
    public record Standing(String policy, Instant dueAt, boolean provisional) {

        static Standing from(SlaTimes sla) {
            return new Standing(sla.policy(), sla.dueAt(), sla.provisional());
        }
    }

    /**
     * Creates the step of an extension.
     *
     * @param before the clock before it
     */
    public static ClockStep extended(
            Review review, SlaTimes before, Duration added, ExtensionReason reason, String supervisor, Instant now) {
        return new ClockStep(
                review.workOrder(),
                Kind.EXTENDED,
                now,
                supervisor,
                added,
                reason,
                review.clockRevision(),
                Standing.from(before),
                Standing.from(review.sla()));
    }

    /**
     * Creates the step of a recomputation that moved the review.
     *
     * @param before the clock before it
     */
    public static ClockStep rescheduled(Review review, SlaTimes before, Instant now) {
        return new ClockStep(
                review.workOrder(),
                Kind.RESCHEDULED,
                now,
                null,
                Duration.ZERO,
                null,
                review.clockRevision(),
                Standing.from(before),
                Standing.from(review.sla()));
    }
}
