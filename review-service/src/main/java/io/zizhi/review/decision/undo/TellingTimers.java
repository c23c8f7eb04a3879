package io.zizhi.review.decision.undo;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.timers.FiredTimer;
import io.zizhi.platform.timers.TimerOwner;
import io.zizhi.review.decision.DecisionRepository;
import io.zizhi.review.decision.TellDecision;
import io.zizhi.review.review.DeskTimers;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Publishes decisions when their undo window ends. */
@ApplicationScoped
public class TellingTimers implements TimerOwner {

    private final ReviewRepository reviews;
    private final DecisionRepository decisions;
    private final TellDecision tell;

    TellingTimers(ReviewRepository reviews, DecisionRepository decisions, TellDecision tell) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.tell = tell;
    }

    @Override
    public String ownerType() {
        return DeskTimers.TELLING;
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
                if (review.tell(now)) {
                    chain = chain.chain(() -> tell(review));
                }
            }
            return chain;
        });
    }

    private Uni<Void> tell(Review review) {
        return decisions.require(review.workOrder()).chain(decision -> tell.tell(review, decision));
    }
}
