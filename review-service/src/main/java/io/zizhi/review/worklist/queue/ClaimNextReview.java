package io.zizhi.review.worklist.queue;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.review.ReviewView;
import io.zizhi.review.reviewer.Remits;
import io.zizhi.review.worklist.claim.TakeReview;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Claims for a reviewer the first review of the queue that they may take. Concurrent callers skip reviews that others
 * are claiming, so nobody waits and each gets a different review.
 */
@ApplicationScoped
public class ClaimNextReview {

    private final QueueRepository queue;
    private final Remits remits;
    private final TakeReview takeReview;

    ClaimNextReview(QueueRepository queue, Remits remits, TakeReview takeReview) {
        this.queue = queue;
        this.remits = remits;
        this.takeReview = takeReview;
    }

    @WithTransaction
    Uni<ReviewView> claimNext(ReviewFilter kind, Caller reviewer) {
        return remits.of(reviewer)
                .chain(remit -> queue.lockNext(kind, remit, reviewer.subject()))
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("QUEUE_EMPTY", "The queue has no review that you may take."))
                .call(review -> remits.facts(review.workOrder(), reviewer)
                        .chain(facts -> takeReview.take(review, facts, reviewer)))
                .map(ReviewView::from);
    }
}
