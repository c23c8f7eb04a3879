package io.zizhi.review.worklist.claim;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewReleased;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.platform.timers.TimerOwner;
import io.zizhi.review.review.DeskAudit;
import io.zizhi.review.review.DeskTimers;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Returns reviews to the queue when their lease expires. The timer is armed at the claim. If the holder has renewed the
 * lease since, the timer is armed again for its new end. So a renewal needs no change of a timer.
 */
@ApplicationScoped
public class LeaseTimers implements TimerOwner {

    private final ReviewRepository reviews;
    private final DeskTimers timers;
    private final Outbox outbox;
    private final DeskAudit audit;

    LeaseTimers(ReviewRepository reviews, DeskTimers timers, Outbox outbox, DeskAudit audit) {
        this.reviews = reviews;
        this.timers = timers;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Override
    public String ownerType() {
        return DeskTimers.LEASE;
    }

    @Override
    public Uni<List<Long>> lock(List<Long> ownerIds) {
        return reviews.lockFree(ownerIds);
    }

    @Override
    public Uni<Void> fired(List<FiredTimer> fired, Instant now) {
        return reviews.locked(fired.stream().map(FiredTimer::ownerId).toList())
                .call(found -> startAgain(found.values(), now))
                .chain(found -> record(found, now));
    }

    private Uni<Void> record(Map<Long, Review> found, Instant now) {
        List<ReviewReleased> lapsed = found.values().stream()
                .flatMap(review -> review.lapse(now).stream())
                .toList();
        return outbox.appendAll(lapsed).chain(() -> audit.lapsed(found, lapsed));
    }

    /** Arms the timers again for leases that were renewed since. */
    private Uni<Void> startAgain(Collection<Review> reviews, Instant now) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (Review review : reviews) {
            Instant endsAt = review.lease().endsAt();
            if (endsAt != null && now.isBefore(endsAt)) {
                chain = chain.chain(() -> timers.startLease(review, endsAt));
            }
        }
        return chain;
    }
}
