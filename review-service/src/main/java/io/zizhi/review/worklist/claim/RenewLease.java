package io.zizhi.review.worklist.claim;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.review.review.LeaseConfig;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.review.ReviewView;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Renews the lease of a review that its holder still works on. A holder with a conflict of interest is refused: they
 * can only release the review or let the lease expire.
 */
@ApplicationScoped
public class RenewLease {

    private final ReviewRepository reviews;
    private final Remits remits;
    private final DatabaseTime time;
    private final Duration term;

    RenewLease(ReviewRepository reviews, Remits remits, DatabaseTime time, LeaseConfig config) {
        this.reviews = reviews;
        this.remits = remits;
        this.time = time;
        this.term = config.lease();
    }

    @WithTransaction
    public Uni<ReviewView> renew(long workOrder, Caller reviewer) {
        return reviews.lock(workOrder)
                .call(review -> remits.refuseConflicted(review, reviewer))
                .call(review -> time.now().invoke(now -> review.renew(reviewer.subject(), now, term)))
                .map(ReviewView::from);
    }
}
