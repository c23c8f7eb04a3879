package io.zizhi.review.worklist.claim;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.review.LeaseConfig;
import io.zizhi.review.review.RecordHandover;
import io.zizhi.review.review.Review;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Gives a locked review to a reviewer, in the current transaction. */
@ApplicationScoped
public class TakeReview {

    private final RecordHandover handover;
    private final Duration term;

    TakeReview(RecordHandover handover, LeaseConfig config) {
        this.handover = handover;
        this.term = config.lease();
    }

    /**
     * Claims the review for {@code reviewer}, or renews the reviewer's lease; see {@link Review#claim}. Refuses with
     * 403 if the reviewer may not take it.
     *
     * @param facts read with the lock held
     */
    public Uni<Void> take(Review locked, Remits.Facts facts, Caller reviewer) {
        facts.requireFor(locked);
        return handover.record(
                locked, locked.claim(reviewer, facts.now(), term), reviewer, "review.claimed", List.of());
    }
}
