package io.zizhi.review.worklist.intake;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.Submission;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the review of a letter submitted alone. Its clock is that of a qualification of the same company. */
@ApplicationScoped
public class OnAuthorizationLetterSubmitted implements Reaction<AuthorizationLetterSubmitted> {

    private final OpenReview open;

    OnAuthorizationLetterSubmitted(OpenReview open) {
        this.open = open;
    }

    @Override
    public Class<AuthorizationLetterSubmitted> event() {
        return AuthorizationLetterSubmitted.class;
    }

    @Override
    public Uni<Void> react(AuthorizationLetterSubmitted event, EventContext context) {
        return open.handle(Submission.from(event), event.submittedAt(), context, due -> Review.open(event, due));
    }
}
