package io.zizhi.review.decision.measurement;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.review.review.Review;
import io.zizhi.review.sla.settings.CurrentClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Keeps the figures of a decision that stands, in the transaction that makes it so and after the decision itself was
 * written. The metrics are moved on by the process that does it; where the commit fails after that, they are one ahead of
 * the rows, which are what counts.
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
     * @param reviewerId whose decision it is
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
