package io.zizhi.review.decision;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.observability.tracing.Spans;
import io.zizhi.review.decision.measurement.FigureDecision;
import io.zizhi.review.review.Review;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Publishes a decision, in the transaction that holds the lock on its review. Only published decisions count in the
 * figures.
 */
@ApplicationScoped
public class PublishDecision {

    private final FigureDecision figure;
    private final Outbox outbox;
    private final Spans spans;

    PublishDecision(FigureDecision figure, Outbox outbox, Spans spans) {
        this.figure = figure;
        this.outbox = outbox;
        this.spans = spans;
    }

    /**
     * Publishes in the trace of the submission, so that one trace leads from it to the notice. The trace of the current
     * request is linked.
     */
    public Uni<Void> publish(Review review, Decision decision) {
        return figure.figure(review, decision.reviewerId(), decision.outcome(), decision.codes(), decision.decidedAt())
                .chain(() -> spans.within(
                        spans.resuming(review.trace(), "decide review"), () -> outbox.append(decision.event(review))));
    }
}
