package io.zizhi.review.review;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.platform.timers.TimerOwner;
import io.zizhi.platform.timers.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Handles the timers of the review clock: flags the review and publishes the stage that it reached. */
@ApplicationScoped
public class SlaTimers implements TimerOwner {

    private final ReviewRepository reviews;
    private final Timers timers;
    private final Outbox outbox;

    SlaTimers(ReviewRepository reviews, Timers timers, Outbox outbox) {
        this.reviews = reviews;
        this.timers = timers;
        this.outbox = outbox;
    }

    @Override
    public String ownerType() {
        return DeskTimers.SLA;
    }

    @Override
    public Uni<List<Long>> lock(List<Long> ownerIds) {
        return reviews.lockFree(ownerIds);
    }

    @Override
    public Uni<Void> fired(List<FiredTimer> timers, Instant now) {
        List<Long> workOrders =
                timers.stream().map(FiredTimer::ownerId).distinct().toList();
        return reviews.locked(workOrders)
                .map(found -> reach(found, timers, now))
                .call(reached -> reviews.recordReached(reached, now))
                .chain(reached -> outbox.appendAll(
                        reached.stream().map(ReachedStage::event).toList()));
    }

    /**
     * Publishes the stages that were due before a decision and that no sweep has fired yet. Call it in the transaction
     * of the decision, before the timers are cancelled.
     *
     * @param now database time
     */
    public Uni<Void> fireMissed(Review review, Instant now) {
        return review.sla().isMissing(now)
                ? timers.fireDue(DeskTimers.SLA, review.workOrder(), now)
                        .chain(fired -> outbox.appendAll(fired.stream()
                                .map(timer -> review.flag(SlaStage.valueOf(timer.kind()), now))
                                .toList()))
                : Uni.createFrom().voidItem();
    }

    private static List<ReachedStage> reach(Map<Long, Review> found, List<FiredTimer> timers, Instant now) {
        return timers.stream()
                .flatMap(timer -> reach(found.get(timer.ownerId()), SlaStage.valueOf(timer.kind()), now).stream())
                .toList();
    }

    private static Optional<ReachedStage> reach(@Nullable Review review, SlaStage stage, Instant now) {
        return Optional.ofNullable(review)
                .flatMap(found -> found.reach(stage, now).map(event -> new ReachedStage(found, stage, event)));
    }
}
