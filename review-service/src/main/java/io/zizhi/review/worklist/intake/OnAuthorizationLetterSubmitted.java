package io.zizhi.review.worklist.intake;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.ReadingReaction;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.Submission;
import io.zizhi.review.sla.settings.DatedClock;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the review of a letter submitted alone. Its clock is that of a qualification of the same company. */
@ApplicationScoped
public class OnAuthorizationLetterSubmitted implements ReadingReaction<AuthorizationLetterSubmitted, DatedClock> {

    private final OpenReview open;

    OnAuthorizationLetterSubmitted(OpenReview open) {
        this.open = open;
    }

    @Override
    public Class<AuthorizationLetterSubmitted> event() {
        return AuthorizationLetterSubmitted.class;
    }

    @Override
    public Uni<DatedClock> read() {
        return open.read();
    }

    @Override
    public Uni<Void> react(AuthorizationLetterSubmitted event, EventContext context, DatedClock dated) {
        return open.handle(Submission.from(event), event.submittedAt(), context, dated, due -> Review.open(event, due));
    }
}
