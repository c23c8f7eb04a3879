package io.zizhi.review.intake;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.inbox.EventContext;
import io.zizhi.platform.inbox.Reaction;
import io.zizhi.review.desk.Review;
import io.zizhi.review.desk.Submission;
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
