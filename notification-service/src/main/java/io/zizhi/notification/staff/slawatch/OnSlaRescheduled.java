package io.zizhi.notification.staff.slawatch;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.SlaRescheduled;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** A review whose clock is reckoned anew may go by another policy from then on, and other staff are told of it. */
@ApplicationScoped
class OnSlaRescheduled implements Reaction<SlaRescheduled> {

    private final WatchedReviewRepository reviews;

    OnSlaRescheduled(WatchedReviewRepository reviews) {
        this.reviews = reviews;
    }

    @Override
    public Class<SlaRescheduled> event() {
        return SlaRescheduled.class;
    }

    @Override
    public Uni<Void> react(SlaRescheduled event, EventContext context) {
        return reviews.findById(event.workOrder())
                .onItem()
                .ifNotNull()
                .invoke(review -> review.goBy(event.policy()))
                .replaceWithVoid();
    }
}
