package io.zizhi.review.decision.measurement;

import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ElapsedOpenTime;
import io.zizhi.review.review.Review;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one decision. Durations start at the submission and are truncated to whole seconds. They are zero if
 * the clocks of two services disagree about the order of events.
 */
@Entity
@Table(name = "decision_figure")
@SuppressWarnings("UnusedVariable") // Hibernate writes them all; queries read them.
public class DecisionFigure {

    @Id
    private long workOrder;

    private String policy;

    private String reviewerId;

    @Enumerated(EnumType.STRING)
    private ReviewOutcome outcome;

    private String[] codes;

    private boolean breached;

    private Instant decidedAt;

    private @Nullable Long firstTouchSeconds;

    private @Nullable Long openSeconds;

    private long wallSeconds;

    /** Used by Hibernate. */
    protected DecisionFigure() {}

    /**
     * @param codes of the reasons of a rejection or the items of a supplement request; a code given at several places
     *     counts once
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
        DecisionFigure figure = new DecisionFigure();
        figure.workOrder = review.workOrder();
        figure.policy = review.sla().policy();
        figure.reviewerId = reviewerId;
        figure.outcome = outcome;
        figure.codes = codes.stream().distinct().sorted().toArray(String[]::new);
        figure.breached = decidedAt.isAfter(review.sla().dueAt());
        figure.decidedAt = decidedAt;
        figure.firstTouchSeconds = Optional.ofNullable(review.firstTouchedAt())
                .map(touched -> seconds(opened, touched))
                .orElse(null);
        figure.openSeconds = data.policies()
                .named(figure.policy)
                .map(policy -> ElapsedOpenTime.by(data)
                        .between(policy, opened, decidedAt)
                        .toSeconds())
                .orElse(null);
        figure.wallSeconds = seconds(opened, decidedAt);
        return figure;
    }

    private static long seconds(Instant from, Instant to) {
        return Math.max(Duration.between(from, to).toSeconds(), 0);
    }

    String policy() {
        return policy;
    }

    ReviewOutcome outcome() {
        return outcome;
    }

    List<String> codes() {
        return List.of(codes);
    }

    /** Returns whether the review was decided after its due instant, even if the timer had not fired. */
    boolean breached() {
        return breached;
    }

    /** Returns the time until the first reviewer took the review; null if that is unknown. */
    @Nullable
    Duration firstTouch() {
        return firstTouchSeconds == null ? null : Duration.ofSeconds(firstTouchSeconds);
    }

    /** Returns the open time until the decision; null if the policy is no longer known. */
    @Nullable
    Duration openTime() {
        return openSeconds == null ? null : Duration.ofSeconds(openSeconds);
    }

    /** Returns the wall-clock time until the decision. */
    Duration wallTime() {
        return Duration.ofSeconds(wallSeconds);
    }
}
