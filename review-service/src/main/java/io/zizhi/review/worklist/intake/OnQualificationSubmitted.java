package io.zizhi.review.worklist.intake;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.Submission;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the review of a submission. */
@ApplicationScoped
public class OnQualificationSubmitted implements Reaction<QualificationSubmitted> {

    private final OpenReview open;

    OnQualificationSubmitted(OpenReview open) {
        this.open = open;
    }

    @Override
    public Class<QualificationSubmitted> event() {
        return QualificationSubmitted.class;
    }

    @Override
    public Uni<Void> react(QualificationSubmitted event, EventContext context) {
        return open.handle(Submission.from(event), event.submittedAt(), context, due -> Review.open(event, due));
    }
}
