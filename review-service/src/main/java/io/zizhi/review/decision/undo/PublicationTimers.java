package io.zizhi.review.decision.undo;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.platform.timers.TimerOwner;
import io.zizhi.review.decision.DecisionRepository;
import io.zizhi.review.decision.PublishDecision;
import io.zizhi.review.review.DeskTimers;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Publishes decisions when their undo window ends. */
@ApplicationScoped
public class PublicationTimers implements TimerOwner {

    private final ReviewRepository reviews;
    private final DecisionRepository decisions;
    private final PublishDecision publish;

    PublicationTimers(ReviewRepository reviews, DecisionRepository decisions, PublishDecision publish) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.publish = publish;
    }

    @Override
    public String ownerType() {
        return DeskTimers.PUBLICATION;
    }

    @Override
    public Uni<List<Long>> lock(List<Long> ownerIds) {
        return reviews.lockFree(ownerIds);
    }

    @Override
    public Uni<Void> fired(List<FiredTimer> fired, Instant now) {
        return reviews.locked(fired.stream().map(FiredTimer::ownerId).toList()).chain(found -> {
            Uni<Void> chain = Uni.createFrom().voidItem();
            for (Review review : found.values()) {
                if (review.publish(now)) {
                    chain = chain.chain(() -> publish(review));
                }
            }
            return chain;
        });
    }

    private Uni<Void> publish(Review review) {
        return decisions.require(review.workOrder()).chain(decision -> publish.publish(review, decision));
    }
}
