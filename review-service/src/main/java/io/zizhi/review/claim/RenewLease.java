package io.zizhi.review.claim;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.time.DatabaseTime;
import io.zizhi.review.desk.ReviewRepository;
import io.zizhi.review.desk.ReviewView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A reviewer says that they still work on their review. */
@ApplicationScoped
public class RenewLease {

    private final ReviewRepository reviews;
    private final DatabaseTime time;
    private final Duration term;

    @Inject
    RenewLease(
            ReviewRepository reviews, DatabaseTime time, @ConfigProperty(name = "zizhi.review.lease") Duration term) {
        this.reviews = reviews;
        this.time = time;
        this.term = term;
    }

    @WithTransaction
    public Uni<ReviewView> renew(long workOrder, Caller reviewer) {
        return reviews.lock(workOrder)
                .call(review -> time.now().invoke(now -> review.renew(reviewer.subject(), now, term)))
                .map(ReviewView::from);
    }
}
