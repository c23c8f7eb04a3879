package io.zizhi.notification.staff.slawatch;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewCancelled;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** The clock of a review that was taken back stands still: nothing more of it is needed. */
@ApplicationScoped
class OnReviewCancelled implements Reaction<ReviewCancelled> {

    private final WatchedReviewRepository reviews;

    OnReviewCancelled(WatchedReviewRepository reviews) {
        this.reviews = reviews;
    }

    @Override
    public Class<ReviewCancelled> event() {
        return ReviewCancelled.class;
    }

    @Override
    public Uni<Void> react(ReviewCancelled event, EventContext context) {
        return reviews.deleteById(event.workOrder()).replaceWithVoid();
    }
}
