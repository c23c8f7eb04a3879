package io.zizhi.review.decision.making;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.decision.DecisionView;
import io.zizhi.review.decision.RecordDecision;
import io.zizhi.review.decision.UnopenedDocuments;
import io.zizhi.review.decision.Verdict;
import io.zizhi.review.decision.proposal.Proposals;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Accepts a decision with the review's row locked. The lease is checked against the database's clock. The lock is held
 * until the commit, so nobody else can take the review in between. The same decision by the same reviewer may be
 * repeated and gets the same answer. After a decision or a proposal, any other decision is refused.
 */
@ApplicationScoped
class AcceptDecision {

    private final DecisionRules rules;
    private final ReviewRepository reviews;
    private final Remits remits;
    private final RecordDecision record;
    private final Proposals proposals;
    private final UnopenedDocuments unopened;

    AcceptDecision(
            DecisionRules rules,
            ReviewRepository reviews,
            Remits remits,
            RecordDecision record,
            Proposals proposals,
            UnopenedDocuments unopened) {
        this.rules = rules;
        this.reviews = reviews;
        this.remits = remits;
        this.record = record;
        this.proposals = proposals;
        this.unopened = unopened;
    }

    /** @param needsSecond whether a second reviewer must confirm it */
    @WithTransaction
    public Uni<DecisionView> accept(long workOrder, Verdict verdict, boolean needsSecond, Caller reviewer) {
        return Uni.combine()
                .all()
                .unis(
                        reviews.lock(workOrder),
                        remits.facts(workOrder, reviewer),
                        unopened.of(workOrder, reviewer.subject()))
                .asTuple()
                .chain(found ->
                        accept(found.getItem1(), found.getItem2(), found.getItem3(), verdict, needsSecond, reviewer));
    }

    private Uni<DecisionView> accept(
            Review review,
            Remits.Facts facts,
            List<String> notOpened,
            Verdict verdict,
            boolean needsSecond,
            Caller reviewer) {
        facts.refuseConflicted(review);
        List<String> documents = unopened.admit(notOpened, review, verdict.outcome(), reviewer.subject());
        return take(review, rules.about(review.submission(), verdict), needsSecond, reviewer, facts.now())
                .map(decision -> decision.withUnopened(documents));
    }

    private Uni<DecisionView> take(Review review, Verdict verdict, boolean needsSecond, Caller reviewer, Instant now) {
        return switch (review.status()) {
            case DECIDED -> record.repeated(review, verdict, reviewer);
            case PROPOSED -> proposals.repeated(review, verdict, reviewer);
            case OPEN, CLAIMED, CANCELLED ->
                needsSecond
                        ? proposals.propose(review, verdict, reviewer, now)
                        : decide(review, verdict, reviewer, now);
        };
    }

    private Uni<DecisionView> decide(Review review, Verdict verdict, Caller reviewer, Instant now) {
        review.decide(reviewer.subject(), verdict.outcome(), now);
        return record.decided(review, verdict, reviewer, now);
    }
}
