package io.zizhi.review.worklist.intake;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationUrged;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.review.review.ReviewRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Records that the applicant urged the desk. The review shows it, and the queue can be filtered by it. */
@ApplicationScoped
public class OnQualificationUrged implements Reaction<QualificationUrged> {

    private final ReviewRepository reviews;

    OnQualificationUrged(ReviewRepository reviews) {
        this.reviews = reviews;
    }

    @Override
    public Class<QualificationUrged> event() {
        return QualificationUrged.class;
    }

    @Override
    public Uni<Void> react(QualificationUrged event, EventContext context) {
        return reviews.lock(event.workOrder())
                .invoke(review -> review.urge(event.urgedAt()))
                .replaceWithVoid();
    }
}
