package io.zizhi.review.desk;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.platform.timers.TimerOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Returns reviews to the queue when their lease runs out. The timer was armed at the claim; where the holder has called
 * since, the lease ends later and so does the next timer. So a call of the holder costs no change of a timer.
 */
@ApplicationScoped
public class LeaseTimers implements TimerOwner {

    private final ReviewRepository reviews;
    private final DeskTimers timers;
    private final Outbox outbox;

    @Inject
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
        return reviews.byWorkOrder(
                        fired.stream().map(FiredTimer::ownerId).distinct().toList())
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found.values()))
                .onItem()
                .transformToUniAndConcatenate(review -> end(review, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> end(Review review, Instant now) {
        Instant endsAt = review.lease().endsAt();
        if (endsAt != null && now.isBefore(endsAt)) {
            return timers.startLease(review, endsAt);
        }
        return outbox.appendAll(review.lapse(now).stream().toList());
    }
}
