package io.zizhi.review.sla.explain;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.sla.settings.CurrentClock;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Explains the due times of a review from the data in force when they were computed. Works for finished reviews too.
 */
@ApplicationScoped
public class ExplainReviewClock {

    private final ReviewRepository reviews;
    private final CurrentClock clock;
    private final ClockStepRepository steps;

    ExplainReviewClock(ReviewRepository reviews, CurrentClock clock, ClockStepRepository steps) {
        this.reviews = reviews;
        this.clock = clock;
        this.steps = steps;
    }

    @WithSession
    public Uni<ReviewClockView> explain(long workOrder) {
        return reviews.require(workOrder)
                .chain(review -> clock.at(review.clockRevision())
                        .chain(data -> steps.of(workOrder).map(moved -> ReviewClockView.from(review, data, moved))));
    }
}
