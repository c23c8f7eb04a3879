package io.zizhi.review.desk;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.platform.inbox.EventContext;
import io.zizhi.platform.inbox.Reaction;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.platform.tracing.TraceContext;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.DueTimes;
import io.zizhi.review.clock.ReviewClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;

/** Opens the review of a letter that is handed in alone; its clock is that of a qualification of the same company. */
@ApplicationScoped
public class OnAuthorizationLetterSubmitted implements Reaction<AuthorizationLetterSubmitted> {

    private final ReviewRepository reviews;
    private final ReviewClock clock;
    private final ClockPolicies policies;
    private final DeskTimers timers;
    private final Outbox outbox;

    @Inject
    OnAuthorizationLetterSubmitted(
            ReviewRepository reviews, ReviewClock clock, ClockPolicies policies, DeskTimers timers, Outbox outbox) {
        this.reviews = reviews;
        this.clock = clock;
        this.policies = policies;
        this.timers = timers;
        this.outbox = outbox;
    }

    @Override
    public Class<AuthorizationLetterSubmitted> event() {
        return AuthorizationLetterSubmitted.class;
    }

    @Override
    public Uni<Void> react(AuthorizationLetterSubmitted event, EventContext context) {
        Review opened = Review.open(event, due(event));
        opened.isOpenedIn(TraceContext.current());
        return reviews.persist(opened).call(timers::startClock).chain(review -> outbox.append(review.opened()));
    }

    /** To the microsecond, as the database keeps it, so that event and row agree. */
    private DueTimes due(AuthorizationLetterSubmitted event) {
        return clock.due(
                policies.forOwner(event.ownerType()), event.submittedAt().truncatedTo(ChronoUnit.MICROS));
    }
}
