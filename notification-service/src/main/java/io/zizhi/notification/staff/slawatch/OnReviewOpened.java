package io.zizhi.notification.staff.slawatch;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOpened;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the policy, by which subscriptions choose. */
@ApplicationScoped
class OnReviewOpened implements Reaction<ReviewOpened> {

    private final WatchedReviewRepository reviews;

    OnReviewOpened(WatchedReviewRepository reviews) {
        this.reviews = reviews;
    }

    @Override
    public Class<ReviewOpened> event() {
        return ReviewOpened.class;
    }

    @Override
    public Uni<Void> react(ReviewOpened event, EventContext context) {
        return reviews.persist(new WatchedReview(event)).replaceWithVoid();
    }
}
