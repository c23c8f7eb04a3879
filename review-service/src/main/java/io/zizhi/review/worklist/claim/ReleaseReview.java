package io.zizhi.review.worklist.claim;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.review.review.RecordHandover;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.review.ReviewView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Releases a review to the queue on behalf of its holder. */
@ApplicationScoped
public class ReleaseReview {

    private final ReviewRepository reviews;
    private final DatabaseTime time;
    private final RecordHandover handover;

    ReleaseReview(ReviewRepository reviews, DatabaseTime time, RecordHandover handover) {
        this.reviews = reviews;
        this.time = time;
        this.handover = handover;
    }

    @WithTransaction
    public Uni<ReviewView> release(long workOrder, Caller reviewer) {
        return reviews.lock(workOrder).call(review -> release(review, reviewer)).map(ReviewView::from);
    }

    private Uni<Void> release(Review review, Caller reviewer) {
        return time.now()
                .map(now -> review.release(reviewer.subject(), now))
                .chain(released -> handover.record(review, List.of(released), reviewer, "review.released", List.of()));
    }
}
