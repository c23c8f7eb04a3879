package io.zizhi.review.worklist.claim;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.review.ReviewView;
import jakarta.enterprise.context.ApplicationScoped;

/** Claims a review. Of several concurrent claims, the row lock lets one succeed; the others then find it claimed. */
@ApplicationScoped
public class ClaimReview {

    private final ReviewRepository reviews;
    private final TakeReview takeReview;

    ClaimReview(ReviewRepository reviews, TakeReview takeReview) {
        this.reviews = reviews;
        this.takeReview = takeReview;
    }

    @WithTransaction
    public Uni<ReviewView> claim(long workOrder, Caller reviewer) {
        return reviews.lock(workOrder)
                .call(review -> takeReview.take(review, reviewer))
                .map(ReviewView::from);
    }
}
