package io.zizhi.review.decision.measurement;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.database.Bookkeeping;
import io.zizhi.review.review.Review;
import io.zizhi.review.sla.settings.CurrentClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Records the figures of a published decision, in its transaction. {@link Bookkeeping} writes them before the commit. The
 * process also increments its metrics. If the commit then fails, they are one ahead of the rows; the rows are
 * authoritative.
 */
@ApplicationScoped
public class FigureDecision {

    private final CurrentClock clock;
    private final DecisionMeters meters;

    FigureDecision(CurrentClock clock, DecisionMeters meters) {
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * @param reviewerId the reviewer who decided
     * @param codes of its reasons or items
     */
    public Uni<Void> figure(
            Review review, String reviewerId, ReviewOutcome outcome, List<String> codes, Instant decidedAt) {
        return clock.at(review.clockRevision())
                .map(data -> DecisionFigure.of(review, reviewerId, outcome, codes, decidedAt, data))
                .call(figure ->
                        Bookkeeping.rows(OwedFigures.class, OwedFigures::new).invoke(owed -> owed.add(figure)))
                .invoke(meters::count)
                .replaceWithVoid();
    }
}
