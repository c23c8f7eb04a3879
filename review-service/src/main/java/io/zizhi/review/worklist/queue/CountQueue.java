package io.zizhi.review.worklist.queue;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Says how full the queue is. */
@ApplicationScoped
public class CountQueue {

    private final QueueRepository reviews;

    CountQueue(QueueRepository reviews) {
        this.reviews = reviews;
    }

    @WithSession
    Uni<QueueCountsView> count(ReviewFilter kind, Caller caller) {
        return reviews.count(kind, caller.subject()).map(QueueCountsView::from);
    }
}
