package io.zizhi.review.decision;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.platform.encryption.AccountCiphers;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.platform.time.DatabaseTime;
import io.zizhi.platform.tracing.Spans;
import io.zizhi.review.desk.DeskAudit;
import io.zizhi.review.desk.DeskTimers;
import io.zizhi.review.desk.Review;
import io.zizhi.review.desk.ReviewRepository;
import io.zizhi.review.desk.ReviewStatus;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * A reviewer decides their review. The lease is checked with the review's row locked and by the database's clock; the
 * lock is kept until the commit, so nobody else can have taken the review in between. The same decision by the same
 * reviewer may be sent again and is answered the same; whatever else comes after a decision is refused.
 */
@ApplicationScoped
public class DecideReview {

    private final DecisionRules rules;
    private final ReviewRepository reviews;
    private final Remits remits;
    private final DecisionRepository decisions;
    private final AccountCiphers ciphers;
    private final DatabaseTime time;
    private final DeskTimers timers;
    private final Outbox outbox;
    private final DeskAudit audit;
    private final Spans spans;

    @Inject
    DecideReview(
            DecisionRules rules,
            ReviewRepository reviews,
            Remits remits,
            DecisionRepository decisions,
            AccountCiphers ciphers,
            DatabaseTime time,
            DeskTimers timers,
            Outbox outbox,
            DeskAudit audit,
            Spans spans) {
        this.rules = rules;
        this.reviews = reviews;
        this.remits = remits;
        this.decisions = decisions;
        this.ciphers = ciphers;
        this.time = time;
        this.timers = timers;
        this.outbox = outbox;
        this.audit = audit;
        this.spans = spans;
    }

    @WithTransaction
    public Uni<DecisionView> decide(long workOrder, DecisionRequest request, Caller reviewer) {
        Verdict verdict = rules.verdict(request);
        return reviews.lock(workOrder)
                .call(review -> remits.refuseRelated(review, reviewer))
                .chain(review -> review.status() == ReviewStatus.DECIDED
                        ? repeat(review, rules.about(review.submission(), verdict), reviewer)
                        : decide(review, rules.about(review.submission(), verdict), reviewer));
    }

    private Uni<DecisionView> decide(Review review, Verdict verdict, Caller reviewer) {
        return time.now()
                .invoke(now -> review.decide(reviewer.subject(), verdict.outcome(), now))
                .chain(now -> write(review, verdict, reviewer.subject(), now))
                .call(() -> timers.stopAll(review))
                .call(decision ->
                        tell(review, Decision.event(review, verdict, reviewer.subject(), decision.decidedAt())))
                .call(() -> audit.append(reviewer, "review.decided", review, fields(verdict)))
                .map(decision -> DecisionView.from(decision, verdict));
    }

    /** In the trace of the submission, so that one trace leads from it to the notice; the request's own is linked. */
    private Uni<Void> tell(Review review, ReviewDecided decided) {
        return spans.within(spans.resuming(review.trace(), "decide review"), () -> outbox.append(decided));
    }

    private Uni<Decision> write(Review review, Verdict verdict, String reviewer, Instant now) {
        return ciphers.forAccount(review.submission().accountId())
                .map(cipher -> Decision.of(review, verdict, reviewer, now, cipher))
                .call(decisions::persist);
    }

    /** Answers a repeated call; anything but the same decision of the same reviewer is told what stands. */
    private Uni<DecisionView> repeat(Review review, Verdict verdict, Caller reviewer) {
        return decisions
                .require(review.workOrder())
                .chain(decision -> ciphers.forAccount(decision.accountId()).map(cipher -> {
                    decision.requireSame(verdict, reviewer.subject(), cipher);
                    return DecisionView.from(decision, verdict);
                }));
    }

    private static List<String> fields(Verdict verdict) {
        return switch (verdict.outcome()) {
            case APPROVED -> List.of("outcome");
            case REJECTED -> List.of("outcome", "reasons");
            case SUPPLEMENT_REQUESTED -> List.of("outcome", "items");
        };
    }
}
