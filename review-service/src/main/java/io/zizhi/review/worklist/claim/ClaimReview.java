package io.zizhi.review.worklist.claim;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.review.ReviewView;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;

/** Claims a review. Of several concurrent claims, the row lock lets one succeed; the others then find it claimed. */
@ApplicationScoped
public class ClaimReview {

    private final ReviewRepository reviews;
    private final Remits remits;
    private final TakeReview takeReview;

    ClaimReview(ReviewRepository reviews, Remits remits, TakeReview takeReview) {
        this.reviews = reviews;
        this.remits = remits;
        this.takeReview = takeReview;
    }

    @WithTransaction
    public Uni<ReviewView> claim(long workOrder, Caller reviewer) {
        return Uni.combine()
                .all()
                .unis(reviews.lock(workOrder), remits.facts(workOrder, reviewer))
                .asTuple()
                .chain(found -> takeReview
                        .take(found.getItem1(), found.getItem2(), reviewer)
                        .replaceWith(found.getItem1()))
                .map(ReviewView::from);
    }
}
