package io.zizhi.review.supervision;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.SlaExtended;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.platform.problem.Problems;
import io.zizhi.platform.time.DatabaseTime;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.ExtendedTarget;
import io.zizhi.review.clock.Target;
import io.zizhi.review.clockdata.CurrentClock;
import io.zizhi.review.desk.DeskAudit;
import io.zizhi.review.desk.DeskTimers;
import io.zizhi.review.desk.Review;
import io.zizhi.review.desk.ReviewRepository;
import io.zizhi.review.desk.ReviewView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A supervisor gives a review more open time. It is added to the target and everything is reckoned from the submission
 * on, so that warning and escalation keep their shares; a stage that was reached is reached again where its new instant
 * is still to come.
 */
@ApplicationScoped
public class ExtendReview {

    /** In open days, over all extensions of a review. */
    private static final Target LONGEST = new Target(100, Target.Unit.OPEN_DAYS);

    private final ReviewRepository reviews;
    private final CurrentClock clock;
    private final DatabaseTime time;
    private final DeskTimers timers;
    private final Outbox outbox;
    private final DeskAudit audit;

    @Inject
    ExtendReview(
            ReviewRepository reviews,
            CurrentClock clock,
            DatabaseTime time,
            DeskTimers timers,
            Outbox outbox,
            DeskAudit audit) {
        this.reviews = reviews;
        this.clock = clock;
        this.time = time;
        this.timers = timers;
        this.outbox = outbox;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<ReviewView> extend(long workOrder, ExtensionRequest request, Caller supervisor) {
        return clock.nowAndUntilCommit()
                .chain(data -> reviews.lock(workOrder).call(review -> extend(review, data, request, supervisor)))
                .map(ReviewView::from);
    }

    private Uni<Void> extend(Review review, ClockData data, ExtensionRequest request, Caller supervisor) {
        return time.now()
                .map(now -> extend(review, data, request, supervisor, now))
                .call(() -> timers.restartClock(review))
                .chain(outbox::append)
                .chain(() -> audit.append(supervisor, "review.extended", review, List.of("amount", "unit", "reason")));
    }

    private static SlaExtended extend(
            Review review, ClockData data, ExtensionRequest request, Caller supervisor, Instant now) {
        review.requireDueAt(request.currentDueAt());
        ClockPolicy policy = policy(review, data);
        Duration more = ExtendedTarget.openTime(policy, request.target());
        Duration all = review.extension().openTime().plus(more);
        if (all.compareTo(ExtendedTarget.openTime(policy, LONGEST)) > 0) {
            throw Problems.conflict("EXTENSION_TOO_LONG", "A review is extended by 100 open days at most in all.");
        }
        return review.extend(data, more, request.reason(), supervisor.subject(), now);
    }

    private static ClockPolicy policy(Review review, ClockData data) {
        String name = review.sla().policy();
        return data.policies()
                .named(name)
                .orElseThrow(
                        () -> Problems.conflict("POLICY_GONE", "The clock policy " + name + " is no longer there."));
    }
}
