package io.zizhi.review.casefile;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.time.DatabaseTime;
import io.zizhi.review.desk.Review;
import io.zizhi.review.desk.ReviewRepository;
import io.zizhi.review.desk.ReviewView;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads a review; its holder's look renews the lease, everybody else's takes no lock. Who is related is refused before that,
 * so that a review whose holder turns out to be related goes back to the queue when the lease is over.
 */
@ApplicationScoped
public class LookAtReview {

    private final ReviewRepository reviews;
    private final Remits remits;
    private final DatabaseTime time;
    private final Duration term;

    @Inject
    LookAtReview(
            ReviewRepository reviews,
            Remits remits,
            DatabaseTime time,
            @ConfigProperty(name = "zizhi.review.lease") Duration term) {
        this.reviews = reviews;
        this.remits = remits;
        this.time = time;
        this.term = term;
    }

    @WithTransaction
    public Uni<ReviewView> look(long workOrder, Caller caller) {
        return reviews.isClaimedBy(workOrder, caller.subject())
                .chain(own -> own ? renew(workOrder, caller) : read(workOrder, caller))
                .map(ReviewView::from);
    }

    private Uni<Review> read(long workOrder, Caller caller) {
        return reviews.require(workOrder).call(review -> remits.refuseRelated(review, caller));
    }

    private Uni<Review> renew(long workOrder, Caller caller) {
        return reviews.lock(workOrder)
                .call(review -> remits.refuseRelated(review, caller))
                .call(review -> time.now().invoke(now -> renewIfStillHeld(review, caller, now)));
    }

    private void renewIfStillHeld(Review review, Caller caller, Instant now) {
        if (review.lease().isHeldBy(caller.subject()) && review.lease().isLive(now)) {
            review.renew(caller.subject(), now, term);
        }
    }
}
