package io.zizhi.review.sla.explain;

import io.zizhi.contracts.ExtensionReason;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.SlaTimes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that moved the due time of a review. Never changed once it is kept.
 *
 * @param workOrder the review
 * @param kind what happened
 * @param at when
 * @param by subject of the supervisor who extended; null for a recomputation and for what was done before steps were kept
 * @param added open time that was added to the target; zero for a recomputation
 * @param reason why it was extended; null for a recomputation
 * @param revision of policies, years and allocation together, by which it was reckoned then
 * @param before how it stood; null for what was done before steps were kept
 * @param after how it stood then; null for what was done before steps were kept
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

    /** What moves a due time. */
    public enum Kind {
        /** A supervisor gave more time (延长). */
        EXTENDED,

        /** A policy, the calendar or who gets which policy was changed (重新计算). */
        RESCHEDULED
    }

    /**
     * How the clock of a review stood.
     *
     * @param policy by which policy
     * @param dueAt when it was due
     * @param provisional whether a day without a published calendar was counted
     */
    public record Standing(String policy, Instant dueAt, boolean provisional) {

        static Standing from(SlaTimes sla) {
            return new Standing(sla.policy(), sla.dueAt(), sla.provisional());
        }
    }

    /**
     * A supervisor has extended the review.
     *
     * @param before its clock before
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
     * The review was reckoned anew and has moved.
     *
     * @param before its clock before
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
