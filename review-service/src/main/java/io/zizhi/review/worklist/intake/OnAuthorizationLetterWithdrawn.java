package io.zizhi.review.worklist.intake;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterWithdrawn;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.review.review.DeskTimers;
import io.zizhi.review.review.ReviewRepository;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Cancels the review of a letter that the applicant withdrew, if it was reviewed alone. If a qualification carried it,
 * the qualification's own event ends the review.
 */
@ApplicationScoped
public class OnAuthorizationLetterWithdrawn implements Reaction<AuthorizationLetterWithdrawn> {

    private final ReviewRepository reviews;
    private final DeskTimers timers;
    private final Outbox outbox;

    OnAuthorizationLetterWithdrawn(ReviewRepository reviews, DeskTimers timers, Outbox outbox) {
        this.reviews = reviews;
        this.timers = timers;
        this.outbox = outbox;
    }

    @Override
    public Class<AuthorizationLetterWithdrawn> event() {
        return AuthorizationLetterWithdrawn.class;
    }

    @Override
    public Uni<Void> react(AuthorizationLetterWithdrawn event, EventContext context) {
        if (event.qualificationId() != null) {
            return Uni.createFrom().voidItem();
        }
        return reviews.lock(event.workOrder())
                .call(timers::stopAll)
                .map(review -> review.withdraw(event.withdrawnAt()).stream().toList())
                .chain(outbox::appendAll);
    }
}
