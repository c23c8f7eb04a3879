package io.zizhi.review.review;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.timers.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The timers of a review. Lock the review's row before you change them. */
@ApplicationScoped
public class DeskTimers {

    /** Owner type of the clock's timers, one per {@link SlaStage}. */
    static final String SLA = "review";

    /** Owner type of the lease's timer. It differs from the clock's, because those timers outlive a lease. */
    public static final String LEASE = "review-lease";

    /** Owner type of the timer that publishes a decision when its undo window ends. */
    public static final String PUBLICATION = "review-publication";

    /** Kind of the publishing timer. */
    private static final String PUBLICATION_KIND = "PUBLISH";

    private static final String LEASE_KIND = "LEASE";

    private static final int FIRST_CYCLE = 1;

    private final Timers timers;

    DeskTimers(Timers timers) {
        this.timers = timers;
    }

    public Uni<Void> startClock(Review review) {
        return timers.armAll(
                SLA,
                review.workOrder(),
                FIRST_CYCLE,
                Stream.of(SlaStage.values())
                        .collect(Collectors.toMap(
                                SlaStage::name, stage -> review.sla().at(stage))));
    }

    /** Arms the timer that publishes a decision. */
    public Uni<Void> startPublication(Review review, Instant at) {
        return timers.arm(PUBLICATION, review.workOrder(), PUBLICATION_KIND, review.heldDecisions(), at);
    }

    public Uni<Void> stopPublication(Review review) {
        return timers.cancelAll(PUBLICATION, review.workOrder());
    }

    /** Arms one timer per lease. Renewals do not move the timer. A timer that fires too early is armed again. */
    public Uni<Void> startLease(Review review, Instant endsAt) {
        return timers.cancelAll(LEASE, review.workOrder())
                .chain(() -> timers.arm(LEASE, review.workOrder(), LEASE_KIND, review.nextLeaseCycle(), endsAt));
    }

    Uni<Void> stopLease(Review review) {
        return timers.cancelAll(LEASE, review.workOrder());
    }

    /** Cancels all timers of a finished review. */
    public Uni<Void> stopAll(Review review) {
        return timers.cancelAll(SLA, review.workOrder())
                .chain(() -> stopLease(review))
                .chain(() -> review.undoUntil() == null ? Uni.createFrom().voidItem() : stopPublication(review));
    }

    /** Arms the timers of stages not yet reached, after due instants moved or a decision was undone. */
    public Uni<Void> restartClock(Review review) {
        return timers.cancelAll(SLA, review.workOrder())
                .chain(() -> timers.nextCycle(SLA, review.workOrder()))
                .chain(cycle -> timers.armAll(
                        SLA,
                        review.workOrder(),
                        cycle,
                        Stream.of(SlaStage.values())
                                .filter(stage -> review.sla().reachedAt(stage) == null)
                                .collect(Collectors.toMap(
                                        SlaStage::name, stage -> review.sla().at(stage)))));
    }
}
