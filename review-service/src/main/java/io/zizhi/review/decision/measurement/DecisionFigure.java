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
 * What is counted and measured of one decision. Durations start at the submission, are cut to whole seconds, and are zero
 * where the clocks of two services disagree about what came first.
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

    /** For Hibernate. */
    protected DecisionFigure() {}

    /**
     * @param codes of the reasons of a rejection or the items of a supplement request; one that is given at several places
     *     counts once
     * @param data what the review was reckoned by
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

    /** Whether it was decided after its due instant, whatever its timer did meanwhile. */
    boolean breached() {
        return breached;
    }

    /** To the first reviewer; null where that was before it was kept. */
    @Nullable
    Duration firstTouch() {
        return firstTouchSeconds == null ? null : Duration.ofSeconds(firstTouchSeconds);
    }

    /** To the decision, in open time; null where the policy is no longer known. */
    @Nullable
    Duration openTime() {
        return openSeconds == null ? null : Duration.ofSeconds(openSeconds);
    }

    /** To the decision, by the clock on the wall. */
    Duration wallTime() {
        return Duration.ofSeconds(wallSeconds);
    }
}
