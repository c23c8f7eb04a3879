package io.zizhi.review.decision.measurement;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.review.review.Review;
import io.zizhi.review.sla.settings.CurrentClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Records the figures of a published decision, in its transaction and after the decision itself was written. The
 * process also increments its metrics. If the commit then fails, they are one ahead of the rows; the rows are
 * authoritative.
 */
@ApplicationScoped
public class FigureDecision {

    private final CurrentClock clock;
    private final DecisionFigureRepository figures;
    private final DecisionMeters meters;

    FigureDecision(CurrentClock clock, DecisionFigureRepository figures, DecisionMeters meters) {
        this.clock = clock;
        this.figures = figures;
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
                .chain(figures::persist)
                .invoke(meters::count)
                .replaceWithVoid();
    }
}
