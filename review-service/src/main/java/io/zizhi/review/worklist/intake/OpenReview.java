package io.zizhi.review.worklist.intake;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.ReadingReaction;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.observability.tracing.TraceContext;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ClockStart;
import io.zizhi.review.clock.DueTimes;
import io.zizhi.review.review.DeskTimers;
import io.zizhi.review.review.LeaseConfig;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.review.Submission;
import io.zizhi.review.sla.settings.CurrentClock;
import io.zizhi.review.sla.settings.DatedClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Opens the review of a submitted qualification or letter, in the current transaction. Its clock starts at the instant
 * of the submission, however late the event arrives, unless other clocks contradict that instant.
 */
@ApplicationScoped
class OpenReview implements ReadingReaction<QualificationSubmitted, DatedClock> {

    private static final Logger LOG = Logger.getLogger(OpenReview.class);

    private final ReviewRepository reviews;
    private final CurrentClock clock;
    private final DeskTimers timers;
    private final Outbox outbox;
    private final Duration tolerance;

    OpenReview(ReviewRepository reviews, CurrentClock clock, DeskTimers timers, Outbox outbox, LeaseConfig config) {
        this.reviews = reviews;
        this.clock = clock;
        this.timers = timers;
        this.outbox = outbox;
        this.tolerance = config.clockTolerance();
    }

    @Override
    public Class<QualificationSubmitted> event() {
        return QualificationSubmitted.class;
    }

    @Override
    public Uni<DatedClock> read() {
        return clock.datedUntilCommit();
    }

    @Override
    public Uni<Void> react(QualificationSubmitted event, EventContext context, DatedClock dated) {
        return handle(Submission.from(event), event.submittedAt(), context, dated, due -> Review.open(event, due));
    }

    /**
     * @param about the submission, which decides the policy of the review
     * @param submittedAt the submission's instant from the event
     * @param dated the result of {@link #read}
     */
    Uni<Void> handle(
            Submission about,
            Instant submittedAt,
            EventContext context,
            DatedClock dated,
            Function<DueTimes, Review> review) {
        return reviews.add(open(dated.data(), about, start(submittedAt, context, dated.now()), review))
                .call(timers::startClock)
                .chain(stored -> outbox.append(stored.opened()));
    }

    private ClockStart start(Instant submittedAt, EventContext context, Instant now) {
        ClockStart start = ClockStart.of(submittedAt, context.occurredAt(), now, tolerance);
        start.replaced()
                .ifPresent(stated -> LOG.warnf(
                        "Event %s, recorded at %s, states %s as its submission time; the review clock starts at %s",
                        context.eventId(), context.occurredAt(), stated, start.at()));
        return start;
    }

    private static Review open(ClockData data, Submission about, ClockStart start, Function<DueTimes, Review> review) {
        Review opened = review.apply(data.due(about.policyBy(data).orElseThrow(), start.at()));
        opened.startsInsteadOf(start.replaced());
        opened.isComputedBy(data.revision());
        opened.isOpenedIn(TraceContext.current());
        return opened;
    }
}
