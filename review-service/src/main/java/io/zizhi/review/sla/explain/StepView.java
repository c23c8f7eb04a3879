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
 * An event in the clock of a review: an extension, a recomputation or an urging.
 *
 * @param kind the kind of event
 * @param at when it happened, in the desk's own time
 * @param by {@code sub} of the supervisor who extended; absent otherwise
 * @param addedSeconds open time added to the target; absent unless extended
 * @param reason reason of the extension; absent otherwise
 * @param revision revision of policies, calendar and allocation that the new due time was computed from; absent for an
 *     urging
 * @param before the clock before; absent for an urging
 * @param after the clock after; absent for an urging
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

    /** The kinds of event. */
    public enum Kind {
        /** A supervisor extended the review (延长). */
        EXTENDED,

        /** A policy, the calendar or the policy allocation changed, and the review moved (重新计算). */
        RESCHEDULED,

        /** The applicant urged the desk (催办); the due time did not change. */
        URGED
    }

    /**
     * The state of a clock.
     *
     * @param policy name of the policy
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

    /** Returns all events of a review's clock, in order. */
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
