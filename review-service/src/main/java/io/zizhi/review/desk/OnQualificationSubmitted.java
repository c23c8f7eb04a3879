package io.zizhi.review.desk;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationSubmitted;
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

/** Opens the review of a submission and starts its clock at the submission's instant, however late the event comes. */
@ApplicationScoped
public class OnQualificationSubmitted implements Reaction<QualificationSubmitted> {

    private final ReviewRepository reviews;
    private final ReviewClock clock;
    private final ClockPolicies policies;
    private final DeskTimers timers;
    private final Outbox outbox;

    @Inject
    OnQualificationSubmitted(
            ReviewRepository reviews, ReviewClock clock, ClockPolicies policies, DeskTimers timers, Outbox outbox) {
        this.reviews = reviews;
        this.clock = clock;
        this.policies = policies;
        this.timers = timers;
        this.outbox = outbox;
    }

    @Override
    public Class<QualificationSubmitted> event() {
        return QualificationSubmitted.class;
    }

    @Override
    public Uni<Void> react(QualificationSubmitted event, EventContext context) {
        Review opened = Review.open(event, due(event));
        opened.isOpenedIn(TraceContext.current());
        return reviews.persist(opened).call(timers::startClock).chain(review -> outbox.append(review.opened()));
    }

    /** To the microsecond, as the database keeps it, so that event and row agree. */
    private DueTimes due(QualificationSubmitted event) {
        return clock.due(
                policies.forOwner(event.ownerType()), event.submittedAt().truncatedTo(ChronoUnit.MICROS));
    }
}
