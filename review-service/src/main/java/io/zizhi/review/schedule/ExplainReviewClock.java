package io.zizhi.review.schedule;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.review.calendar.HolidayCalendar;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.ReviewClock;
import io.zizhi.review.desk.Review;
import io.zizhi.review.desk.ReviewRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows how the due times of a review came about, also when it is finished. */
@ApplicationScoped
public class ExplainReviewClock {

    private final ReviewRepository reviews;
    private final ReviewClock clock;
    private final ClockPolicies policies;
    private final HolidayCalendar calendar;

    @Inject
    ExplainReviewClock(ReviewRepository reviews, ReviewClock clock, ClockPolicies policies, HolidayCalendar calendar) {
        this.reviews = reviews;
        this.clock = clock;
        this.policies = policies;
        this.calendar = calendar;
    }

    @WithSession
    public Uni<ReviewClockView> explain(long workOrder) {
        return reviews.require(workOrder).map(this::explain);
    }

    private ReviewClockView explain(Review review) {
        return policies.named(review.sla().policy())
                .map(policy -> ReviewClockView.from(
                        review, policy, clock.due(policy, review.sla().openedAt()), calendar))
                .orElseGet(() -> ReviewClockView.unexplained(review));
    }
}
