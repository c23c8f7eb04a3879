package io.zizhi.notification.staff.slawatch;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** The clock of a review that is decided stands still: nothing more of it is needed. */
@ApplicationScoped
class OnReviewDecided implements Reaction<ReviewDecided> {

    private final WatchedReviewRepository reviews;

    OnReviewDecided(WatchedReviewRepository reviews) {
        this.reviews = reviews;
    }

    @Override
    public Class<ReviewDecided> event() {
        return ReviewDecided.class;
    }

    @Override
    public Uni<Void> react(ReviewDecided event, EventContext context) {
        return reviews.deleteById(event.workOrder()).replaceWithVoid();
    }
}
