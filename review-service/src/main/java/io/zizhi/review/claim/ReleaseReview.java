package io.zizhi.review.claim;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.platform.time.DatabaseTime;
import io.zizhi.review.desk.DeskAudit;
import io.zizhi.review.desk.DeskTimers;
import io.zizhi.review.desk.Review;
import io.zizhi.review.desk.ReviewRepository;
import io.zizhi.review.desk.ReviewView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** A reviewer gives a review back to the queue. */
@ApplicationScoped
public class ReleaseReview {

    private final ReviewRepository reviews;
    private final DatabaseTime time;
    private final DeskTimers timers;
    private final Outbox outbox;
    private final DeskAudit audit;

    @Inject
    ReleaseReview(ReviewRepository reviews, DatabaseTime time, DeskTimers timers, Outbox outbox, DeskAudit audit) {
        this.reviews = reviews;
        this.time = time;
        this.timers = timers;
        this.outbox = outbox;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<ReviewView> release(long workOrder, Caller reviewer) {
        return reviews.lock(workOrder)
                .call(review -> release(review, reviewer))
                .call(timers::stopLease)
                .call(review -> audit.append(reviewer, "review.released", review, List.of()))
                .map(ReviewView::from);
    }

    private Uni<Void> release(Review review, Caller reviewer) {
        return time.now().map(now -> review.release(reviewer.subject(), now)).chain(outbox::append);
    }
}
