package io.zizhi.review.sla.reschedule;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.SlaRescheduled;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.review.DeskTimers;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.review.SlaTimes;
import io.zizhi.review.sla.explain.ClockStep;
import io.zizhi.review.sla.explain.ClockStepRepository;
import io.zizhi.review.sla.settings.CurrentClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Recomputes a batch of reviews from the newest data, whichever revision requested it, so that no review is recomputed
 * twice. Reviews, timers, events and progress are one transaction. If the process dies, a batch is done or not begun.
 */
@ApplicationScoped
class RecomputeBatch {

    /** Small enough that no claim waits long for a locked review. */
    static final int BATCH = 100;

    private final RecomputationRepository recomputations;
    private final CurrentClock clock;
    private final ReviewRepository reviews;
    private final DatabaseTime time;
    private final DeskTimers timers;
    private final ClockStepRepository steps;
    private final Outbox outbox;

    RecomputeBatch(
            RecomputationRepository recomputations,
            CurrentClock clock,
            ReviewRepository reviews,
            DatabaseTime time,
            DeskTimers timers,
            ClockStepRepository steps,
            Outbox outbox) {
        this.recomputations = recomputations;
        this.clock = clock;
        this.reviews = reviews;
        this.time = time;
        this.timers = timers;
        this.steps = steps;
        this.outbox = outbox;
    }

    /** Returns whether there may be more work. */
    @WithTransaction
    Uni<Boolean> next() {
        return recomputations
                .take()
                .chain(running -> running.map(this::batch)
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> batch(Recomputation running) {
        return clock.nowAndUntilCommit()
                .chain(data -> reviews.lockComputedBefore(data.revision(), running.passed(), BATCH)
                        .chain(batch -> time.now().chain(now -> compute(running, data, batch, now))))
                .replaceWith(true);
    }

    private Uni<Void> compute(Recomputation running, ClockData data, List<Review> batch, Instant now) {
        List<Review> moved = new ArrayList<>();
        List<SlaRescheduled> events = new ArrayList<>();
        List<ClockStep> taken = new ArrayList<>();
        for (Review review : batch) {
            SlaTimes before = review.sla();
            review.follow(data, now).ifPresent(event -> {
                moved.add(review);
                events.add(event);
                taken.add(ClockStep.rescheduled(review, before, now));
            });
        }
        boolean more = batch.size() == BATCH;
        Recomputation passed =
                batch.isEmpty() ? running : running.passed(batch.getLast().workOrder());
        return arm(moved)
                .chain(() -> steps.append(taken))
                .chain(() -> outbox.appendAll(events))
                .chain(() -> recomputations.record(passed, batch.size(), events.size(), more));
    }

    private Uni<Void> arm(List<Review> moved) {
        Uni<Void> armed = Uni.createFrom().voidItem();
        for (Review review : moved) {
            armed = armed.chain(() -> timers.restartClock(review));
        }
        return armed;
    }
}
