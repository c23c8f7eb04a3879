package io.zizhi.review.worklist.intake;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationWithdrawn;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.review.review.DeskTimers;
import io.zizhi.review.review.ReviewRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Applies the applicant's withdrawal: an unfinished review is cancelled, a decided one is marked superseded. */
@ApplicationScoped
public class OnQualificationWithdrawn implements Reaction<QualificationWithdrawn> {

    private final ReviewRepository reviews;
    private final DeskTimers timers;
    private final Outbox outbox;

    OnQualificationWithdrawn(ReviewRepository reviews, DeskTimers timers, Outbox outbox) {
        this.reviews = reviews;
        this.timers = timers;
        this.outbox = outbox;
    }

    @Override
    public Class<QualificationWithdrawn> event() {
        return QualificationWithdrawn.class;
    }

    @Override
    public Uni<Void> react(QualificationWithdrawn event, EventContext context) {
        return reviews.lock(event.workOrder())
                .call(timers::stopAll)
                .map(review -> review.withdraw(event.withdrawnAt()).stream().toList())
                .chain(outbox::appendAll);
    }
}
