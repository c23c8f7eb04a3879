package io.zizhi.review.worklist.supervision;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.review.review.LeaseConfig;
import io.zizhi.review.review.RecordHandover;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.review.ReviewView;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Assigns a review to a reviewer, or returns it to the queue. The previous holder learns of it with their next call.
 * The new reviewer's first lease lasts longer than usual, because they do not know of the review yet. Assigning the
 * review to its holder changes nothing, so the call can be repeated.
 */
@ApplicationScoped
public class ReassignReview {

    private final ReviewRepository reviews;
    private final Remits remits;
    private final DatabaseTime time;
    private final RecordHandover handover;
    private final Duration term;

    ReassignReview(
            ReviewRepository reviews, Remits remits, DatabaseTime time, RecordHandover handover, LeaseConfig config) {
        this.reviews = reviews;
        this.remits = remits;
        this.time = time;
        this.handover = handover;
        this.term = config.assignedLease();
    }

    @WithTransaction
    public Uni<ReviewView> reassign(long workOrder, ReassignmentRequest request, Caller supervisor) {
        request.requireOneTarget();
        return reviews.lock(workOrder)
                .call(review -> remits.requireAssignable(review, request.reviewerId(), supervisor))
                .call(review -> reassign(review, request, supervisor))
                .map(ReviewView::from);
    }

    private Uni<Void> reassign(Review review, ReassignmentRequest request, Caller supervisor) {
        return time.now()
                .map(now -> review.reassign(request.reviewerId(), supervisor.subject(), now, term))
                .chain(events -> handover.recordReassignment(review, events, supervisor, request.reason()));
    }
}
