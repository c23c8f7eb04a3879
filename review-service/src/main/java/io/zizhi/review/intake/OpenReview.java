package io.zizhi.review.intake;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.OwnerType;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.platform.tracing.TraceContext;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.DueTimes;
import io.zizhi.review.clock.ReviewClock;
import io.zizhi.review.desk.DeskTimers;
import io.zizhi.review.desk.Review;
import io.zizhi.review.desk.ReviewRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/**
 * Opens the review of what was handed in, a qualification or a letter, in the current transaction, and starts its clock at
 * the instant of the submission, however late the event comes.
 */
@ApplicationScoped
class OpenReview {

    private final ReviewRepository reviews;
    private final ReviewClock clock;
    private final ClockPolicies policies;
    private final DeskTimers timers;
    private final Outbox outbox;

    @Inject
    OpenReview(ReviewRepository reviews, ReviewClock clock, ClockPolicies policies, DeskTimers timers, Outbox outbox) {
        this.reviews = reviews;
        this.clock = clock;
        this.policies = policies;
        this.timers = timers;
        this.outbox = outbox;
    }

    Uni<Void> handle(OwnerType owner, Instant submittedAt, Function<DueTimes, Review> review) {
        Review opened = review.apply(due(owner, submittedAt));
        opened.isOpenedIn(TraceContext.current());
        return reviews.persist(opened).call(timers::startClock).chain(stored -> outbox.append(stored.opened()));
    }

    /** To the microsecond, as the database keeps it, so that event and row agree. */
    private DueTimes due(OwnerType owner, Instant submittedAt) {
        return clock.due(policies.forOwner(owner), submittedAt.truncatedTo(ChronoUnit.MICROS));
    }
}
