package io.zizhi.review.casefile;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.review.review.DeskAudit;
import io.zizhi.review.review.LeaseConfig;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.review.ReviewView;
import io.zizhi.review.reviewer.ReviewAccess;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Reads a review for callers who may read it ({@link ReviewAccess}), and records the view. A read by its holder renews
 * the lease; other reads take no lock. Access is checked first: a holder with a conflict of interest cannot keep the
 * review, and it returns to the queue when the lease ends.
 */
@ApplicationScoped
public class ViewReview {

    private final ReviewRepository reviews;
    private final ReviewAccess access;
    private final DatabaseTime time;
    private final DeskAudit audit;
    private final Duration term;

    ViewReview(ReviewRepository reviews, ReviewAccess access, DatabaseTime time, DeskAudit audit, LeaseConfig config) {
        this.reviews = reviews;
        this.access = access;
        this.time = time;
        this.audit = audit;
        this.term = config.lease();
    }

    /**
     * Commits the view before other services are asked for what it shows.
     *
     * @param action what is viewed, for example {@code evidence.viewed}
     * @param fields names of the parts that are shown
     */
    @WithTransaction
    public Uni<ReviewView> view(long workOrder, Caller caller, String action, List<String> fields) {
        return reviews.isClaimedBy(workOrder, caller.subject())
                .chain(own -> own ? renew(workOrder, caller) : read(workOrder, caller))
                .call(review -> audit.append(caller, action, review, fields))
                .map(ReviewView::from);
    }

    private Uni<Review> read(long workOrder, Caller caller) {
        return reviews.require(workOrder).call(review -> access.requireReader(review, caller));
    }

    private Uni<Review> renew(long workOrder, Caller caller) {
        return reviews.lock(workOrder)
                .call(review -> time.now()
                        .chain(now -> access.requireReader(review, caller, now)
                                .invoke(() -> renewIfStillHeld(review, caller, now))));
    }

    private void renewIfStillHeld(Review review, Caller caller, Instant now) {
        if (review.lease().isHeldBy(caller.subject()) && review.lease().isLive(now)) {
            review.renew(caller.subject(), now, term);
        }
    }
}
