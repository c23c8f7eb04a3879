package io.zizhi.review.desk;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads a review; its holder's look renews the lease, everybody else's takes no lock. */
@ApplicationScoped
public class LookAtReview {

    private final ReviewRepository reviews;
    private final DatabaseTime time;
    private final Duration term;

    @Inject
    LookAtReview(
            ReviewRepository reviews, DatabaseTime time, @ConfigProperty(name = "zizhi.review.lease") Duration term) {
        this.reviews = reviews;
        this.time = time;
        this.term = term;
    }

    @WithTransaction
    public Uni<ReviewView> look(long workOrder, Caller caller) {
        return reviews.require(workOrder)
                .call(review -> review.lease().isHeldBy(caller.subject())
                        ? renew(review, caller)
                        : Uni.createFrom().voidItem())
                .map(ReviewView::from);
    }

    private Uni<Void> renew(Review review, Caller caller) {
        return reviews.lock(review)
                .chain(time::now)
                .invoke(now -> renewIfStillHeld(review, caller, now))
                .replaceWithVoid();
    }

    private void renewIfStillHeld(Review review, Caller caller, Instant now) {
        if (review.lease().isHeldBy(caller.subject()) && review.lease().isLive(now)) {
            review.renew(caller.subject(), now, term);
        }
    }
}
