package io.zizhi.review.decision.measurement;

import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ElapsedOpenTime;
import io.zizhi.review.review.Review;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one decision. Durations start at the submission and are truncated to whole seconds. They are zero if
 * the clocks of two services disagree about the order of events.
 *
 * @param codes of the reasons of a rejection or the items of a supplement request; each once
 * @param breached whether the review was decided after its due instant, even if the timer had not fired
 * @param firstTouch the time until the first reviewer took the review; null if that is unknown
 * @param openTime the open time until the decision; null if the policy is no longer known
 * @param wallTime the wall-clock time until the decision
 */
record DecisionFigure(
        long workOrder,
        String policy,
        String reviewerId,
        ReviewOutcome outcome,
        List<String> codes,
        boolean breached,
        Instant decidedAt,
        @Nullable Duration firstTouch,
        @Nullable Duration openTime,
        Duration wallTime) {

    /**
     * @param codes a code given at several places counts once
     * @param data the data that the review's clock was computed from
     */
    static DecisionFigure of(
            Review review,
            String reviewerId,
            ReviewOutcome outcome,
            List<String> codes,
            Instant decidedAt,
            ClockData data) {
        Instant opened = review.sla().openedAt();
        String policy = review.sla().policy();
        return new DecisionFigure(
                review.workOrder(),
                policy,
                reviewerId,
                outcome,
                codes.stream().distinct().sorted().toList(),
                decidedAt.isAfter(review.sla().dueAt()),
                decidedAt,
                Optional.ofNullable(review.firstTouchedAt())
                        .map(touched -> between(opened, touched))
                        .orElse(null),
                data.policies()
                        .named(policy)
                        .map(named -> ElapsedOpenTime.by(data)
                                .between(named, opened, decidedAt)
                                .truncatedTo(ChronoUnit.SECONDS))
                        .orElse(null),
                between(opened, decidedAt));
    }

    private static Duration between(Instant from, Instant to) {
        return Duration.ofSeconds(Math.max(Duration.between(from, to).toSeconds(), 0));
    }
}
