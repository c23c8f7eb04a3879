package io.zizhi.review.sla.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.ExtensionReason;
import io.zizhi.review.clock.DeskTime;
import io.zizhi.review.review.Review;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the clock of a review. Of an extension that was given before steps were kept, the sum of all
 * such, the last reason and instant are known, and neither by whom nor how it stood.
 *
 * @param kind what happened
 * @param at when, in the desk's own time
 * @param by subject of the supervisor who extended; absent otherwise
 * @param addedSeconds open time that was added to the target; absent otherwise
 * @param reason why it was extended; absent otherwise
 * @param revision of all policies and years together, by which it was reckoned then; absent where nothing was
 * @param before how it stood; absent where nothing was reckoned
 * @param after how it stood then; absent where nothing was reckoned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepView(
        Kind kind,
        String at,
        @Nullable String by,
        @Nullable Long addedSeconds,
        @Nullable ExtensionReason reason,
        @Nullable Long revision,
        @Nullable StandingView before,
        @Nullable StandingView after) {

    /** What can happen to a clock. */
    public enum Kind {
        /** A supervisor gave more time (延长). */
        EXTENDED,

        /** A policy, the calendar or who gets which policy was changed, and the review moved (重新计算). */
        RESCHEDULED,

        /** The applicant asked the desk to hurry (催办); the due time stayed. */
        URGED
    }

    /**
     * How a clock stood.
     *
     * @param policy by which policy
     * @param dueAt when the review was due, in the desk's own time
     * @param provisional whether a day without a published calendar was counted on the way to the escalation
     */
    public record StandingView(String policy, String dueAt, boolean provisional) {

        static @Nullable StandingView from(ClockStep.@Nullable Standing standing) {
            return standing == null
                    ? null
                    : new StandingView(standing.policy(), DeskTime.of(standing.dueAt()), standing.provisional());
        }
    }

    /** All that happened to the clock of a review, in its order. */
    static List<StepView> of(Review review, List<ClockStep> steps) {
        return Stream.concat(
                        steps.stream().map(step -> new Happened(step.at(), from(step))),
                        Optional.ofNullable(review.urgedAt()).map(at -> new Happened(at, urged(at))).stream())
                .sorted(Comparator.comparing(Happened::at))
                .map(Happened::step)
                .toList();
    }

    private record Happened(Instant at, StepView step) {}

    private static StepView from(ClockStep step) {
        boolean isExtension = step.kind() == ClockStep.Kind.EXTENDED;
        return new StepView(
                isExtension ? Kind.EXTENDED : Kind.RESCHEDULED,
                DeskTime.of(step.at()),
                step.by(),
                isExtension ? Long.valueOf(step.added().toSeconds()) : null,
                step.reason(),
                step.revision(),
                StandingView.from(step.before()),
                StandingView.from(step.after()));
    }

    private static StepView urged(Instant at) {
        return new StepView(Kind.URGED, DeskTime.of(at), null, null, null, null, null, null);
    }
}
