package io.zizhi.review.worklist.supervision;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewEvent;
import io.zizhi.contracts.SlaExtended;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.ExtendedTarget;
import io.zizhi.review.clock.Target;
import io.zizhi.review.review.DeskAudit;
import io.zizhi.review.review.DeskTimers;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.review.ReviewView;
import io.zizhi.review.review.SlaTimes;
import io.zizhi.review.sla.explain.ClockStep;
import io.zizhi.review.sla.explain.ClockStepRepository;
import io.zizhi.review.sla.settings.CurrentClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Extends a review by open time. The time is added to the target, and everything is recomputed from the submission on,
 * so warning and escalation keep their shares. A reached stage can be reached again if its new instant is in the
 * future.
 */
@ApplicationScoped
public class ExtendReview {

    /** The limit in open days, over all extensions of a review. */
    private static final Target LONGEST = new Target(100, Target.Unit.OPEN_DAYS);

    private final ReviewRepository reviews;
    private final CurrentClock clock;
    private final DatabaseTime time;
    private final DeskTimers timers;
    private final ClockStepRepository steps;
    private final Outbox outbox;
    private final DeskAudit audit;

    ExtendReview(
            ReviewRepository reviews,
            CurrentClock clock,
            DatabaseTime time,
            DeskTimers timers,
            ClockStepRepository steps,
            Outbox outbox,
            DeskAudit audit) {
        this.reviews = reviews;
        this.clock = clock;
        this.time = time;
        this.timers = timers;
        this.steps = steps;
        this.outbox = outbox;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<ReviewView> extend(long workOrder, ExtensionRequest request, Caller supervisor) {
        return clock.nowAndUntilCommit()
                .chain(data -> reviews.lock(workOrder).call(review -> extend(review, data, request, supervisor)))
                .map(ReviewView::from);
    }

    /** Applies a pending change of the clock's data first, as a step of its own. */
    private Uni<Void> extend(Review review, ClockData data, ExtensionRequest request, Caller supervisor) {
        return time.now()
                .map(now -> extend(review, data, request, supervisor, now))
                .call(() -> timers.restartClock(review))
                .call(moves -> steps.append(moves.steps()))
                .chain(moves -> outbox.appendAll(moves.events()))
                .chain(() -> audit.append(supervisor, "review.extended", review, List.of("amount", "unit", "reason")));
    }

    private static Moves extend(
            Review review, ClockData data, ExtensionRequest request, Caller supervisor, Instant now) {
        review.requireDueAt(request.currentDueAt());
        Moves moves = new Moves(new ArrayList<>(), new ArrayList<>());
        SlaTimes before = review.sla();
        review.follow(data, now)
                .ifPresent(published -> moves.add(published, ClockStep.rescheduled(review, before, now)));
        SlaTimes computed = review.sla();
        Duration more = requireMore(review, data, request);
        SlaExtended published = review.extend(data, more, request.reason(), supervisor.subject(), now);
        moves.add(published, ClockStep.extended(review, computed, more, request.reason(), supervisor.subject(), now));
        return moves;
    }

    /** Returns the requested open time; 409 if it exceeds the limit. */
    private static Duration requireMore(Review review, ClockData data, ExtensionRequest request) {
        ClockPolicy policy = review.policyBy(data).orElseThrow();
        Duration more = ExtendedTarget.openTime(policy, request.target());
        Duration all = review.extension().openTime().plus(more);
        if (all.compareTo(ExtendedTarget.openTime(policy, LONGEST)) > 0) {
            throw Problems.conflict("EXTENSION_TOO_LONG", "All extensions of a review may add at most 100 open days.");
        }
        return more;
    }

    /** The events to publish and the steps to store. */
    private record Moves(List<ReviewEvent> events, List<ClockStep> steps) {

        void add(ReviewEvent event, ClockStep step) {
            events.add(event);
            steps.add(step);
        }
    }
}
