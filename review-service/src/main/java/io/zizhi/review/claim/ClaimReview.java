package io.zizhi.review.claim;

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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A reviewer takes a review. Of several at once the row lock lets one through; the others then see it claimed. */
@ApplicationScoped
public class ClaimReview {

    private final ReviewRepository reviews;
    private final DatabaseTime time;
    private final DeskTimers timers;
    private final Outbox outbox;
    private final DeskAudit audit;
    private final Duration term;

    @Inject
    ClaimReview(
            ReviewRepository reviews,
            DatabaseTime time,
            DeskTimers timers,
            Outbox outbox,
            DeskAudit audit,
            @ConfigProperty(name = "zizhi.review.lease") Duration term) {
        this.reviews = reviews;
        this.time = time;
        this.timers = timers;
        this.outbox = outbox;
        this.audit = audit;
        this.term = term;
    }

    @WithTransaction
    public Uni<ReviewView> claim(long workOrder, Caller reviewer) {
        return reviews.lock(workOrder)
                .call(review -> time.now().chain(now -> claim(review, reviewer, now)))
                .map(ReviewView::from);
    }

    private Uni<Void> claim(Review review, Caller reviewer, Instant now) {
        List<ReviewEvent> events = review.claim(reviewer, now, term);
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return timers.startLease(review, Objects.requireNonNull(review.lease().endsAt()))
                .chain(() -> outbox.appendAll(events))
                .chain(() -> audit.append(reviewer, "review.claimed", review, List.of()));
    }
}
