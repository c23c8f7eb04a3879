package io.zizhi.review.intake;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.platform.tracing.TraceContext;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.DueTimes;
import io.zizhi.review.clockdata.CurrentClock;
import io.zizhi.review.desk.DeskTimers;
import io.zizhi.review.desk.Review;
import io.zizhi.review.desk.ReviewRepository;
import io.zizhi.review.desk.Submission;
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
    private final CurrentClock clock;
    private final DeskTimers timers;
    private final Outbox outbox;

    @Inject
    OpenReview(ReviewRepository reviews, CurrentClock clock, DeskTimers timers, Outbox outbox) {
        this.reviews = reviews;
        this.clock = clock;
        this.timers = timers;
        this.outbox = outbox;
    }

    /** @param about decides which policy it gets */
    Uni<Void> handle(Submission about, Instant submittedAt, Function<DueTimes, Review> review) {
        return clock.nowAndUntilCommit()
                .map(data -> open(data, about.policyBy(data).orElseThrow(), submittedAt, review))
                .chain(reviews::persist)
                .call(timers::startClock)
                .chain(stored -> outbox.append(stored.opened()));
    }

    private static Review open(
            ClockData data, ClockPolicy policy, Instant submittedAt, Function<DueTimes, Review> review) {
        Review opened = review.apply(due(data, policy, submittedAt));
        opened.isReckonedBy(data.revision());
        opened.isOpenedIn(TraceContext.current());
        return opened;
    }

    /** To the microsecond, as the database keeps it, so that event and row agree. */
    private static DueTimes due(ClockData data, ClockPolicy policy, Instant submittedAt) {
        return data.due(policy, submittedAt.truncatedTo(ChronoUnit.MICROS));
    }
}
