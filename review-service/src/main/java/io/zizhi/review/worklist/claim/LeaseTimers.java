package io.zizhi.review.worklist.claim;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.platform.timers.TimerOwner;
import io.zizhi.review.review.DeskTimers;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Returns reviews to the queue when their lease expires. The timer is armed at the claim. If the holder has renewed the
 * lease since, the timer is armed again for its new end. So a renewal needs no change of a timer.
 */
@ApplicationScoped
public class LeaseTimers implements TimerOwner {

    private final ReviewRepository reviews;
    private final DeskTimers timers;
    private final Outbox outbox;

    LeaseTimers(ReviewRepository reviews, DeskTimers timers, Outbox outbox) {
        this.reviews = reviews;
        this.timers = timers;
        this.outbox = outbox;
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
                .chain(found -> outbox.appendAll(found.values().stream()
                        .flatMap(review -> review.lapse(now).stream())
                        .toList()));
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
