package io.zizhi.notification.staff.slawatch;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewCancelled;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.contracts.ReviewOpened;
import io.zizhi.contracts.SlaRescheduled;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/**
 * Stores the clock policy of each open review, which subscriptions filter by. The clock of a decided or cancelled
 * review has stopped, so its row is deleted.
 */
@ApplicationScoped
class FollowReviews {

    private final WatchedReviewRepository reviews;

    FollowReviews(WatchedReviewRepository reviews) {
        this.reviews = reviews;
    }

    @Produces
    Reaction<ReviewOpened> opened() {
        return Reaction.to(
                ReviewOpened.class,
                event -> reviews.persist(new WatchedReview(event)).replaceWithVoid());
    }

    /** Stores the new policy, because rescheduling can change it. */
    @Produces
    Reaction<SlaRescheduled> rescheduled() {
        return Reaction.to(
                SlaRescheduled.class,
                event -> reviews.findById(event.workOrder())
                        .onItem()
                        .ifNotNull()
                        .invoke(review -> review.goBy(event.policy()))
                        .replaceWithVoid());
    }

    @Produces
    Reaction<ReviewDecided> decided() {
        return Reaction.to(ReviewDecided.class, event -> stopFollowing(event.workOrder()));
    }

    @Produces
    Reaction<ReviewCancelled> cancelled() {
        return Reaction.to(ReviewCancelled.class, event -> stopFollowing(event.workOrder()));
    }

    private Uni<Void> stopFollowing(long workOrder) {
        return reviews.deleteById(workOrder).replaceWithVoid();
    }
}
