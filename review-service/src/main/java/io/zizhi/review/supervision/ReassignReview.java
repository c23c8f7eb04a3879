package io.zizhi.review.supervision;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewEvent;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.platform.time.DatabaseTime;
import io.zizhi.review.desk.DeskAudit;
import io.zizhi.review.desk.DeskTimers;
import io.zizhi.review.desk.Review;
import io.zizhi.review.desk.ReviewRepository;
import io.zizhi.review.desk.ReviewView;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor gives a review to somebody, or back to the queue. Whoever had it is told with their next call. It waits
 * longer for its new reviewer than a lease lasts, because they do not know of it yet. Giving it to who has it already
 * changes nothing, so that the call may be repeated.
 */
@ApplicationScoped
public class ReassignReview {

    private final ReviewRepository reviews;
    private final Remits remits;
    private final DatabaseTime time;
    private final DeskTimers timers;
    private final Outbox outbox;
    private final DeskAudit audit;
    private final Duration term;

    @Inject
    ReassignReview(
            ReviewRepository reviews,
            Remits remits,
            DatabaseTime time,
            DeskTimers timers,
            Outbox outbox,
            DeskAudit audit,
            @ConfigProperty(name = "zizhi.review.assigned-lease") Duration term) {
        this.reviews = reviews;
        this.remits = remits;
        this.time = time;
        this.timers = timers;
        this.outbox = outbox;
        this.audit = audit;
        this.term = term;
    }

    @WithTransaction
    public Uni<ReviewView> reassign(long workOrder, @Nullable String reviewerId, Caller supervisor) {
        return reviews.lock(workOrder)
                .call(review -> remits.requireAssignable(review, reviewerId, supervisor))
                .call(review -> time.now().chain(now -> reassign(review, reviewerId, supervisor, now)))
                .map(ReviewView::from);
    }

    private Uni<Void> reassign(Review review, @Nullable String reviewerId, Caller supervisor, Instant now) {
        List<ReviewEvent> events = review.reassign(reviewerId, supervisor.subject(), now, term);
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant endsAt = review.lease().endsAt();
        return (endsAt == null ? timers.stopLease(review) : timers.startLease(review, endsAt))
                .chain(() -> outbox.appendAll(events))
                .chain(() -> audit.append(supervisor, "review.reassigned", review, List.of("reviewerId")));
    }
}
