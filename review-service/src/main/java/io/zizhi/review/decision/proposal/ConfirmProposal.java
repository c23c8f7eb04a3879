package io.zizhi.review.decision.proposal;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.review.decision.DecisionView;
import io.zizhi.review.decision.RecordDecision;
import io.zizhi.review.decision.UnopenedDocuments;
import io.zizhi.review.decision.Verdict;
import io.zizhi.review.decision.measurement.CountFourEyesChecks;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.review.ReviewStatus;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Confirms a proposed decision as the second reviewer, who has claimed the review. The review is then decided. The same
 * person may repeat the call.
 */
@ApplicationScoped
public class ConfirmProposal {

    private final ReviewRepository reviews;
    private final Remits remits;
    private final ProposalRepository proposals;
    private final AccountCiphers ciphers;
    private final DatabaseTime time;
    private final RecordDecision record;
    private final CountFourEyesChecks checks;
    private final UnopenedDocuments unopened;

    ConfirmProposal(
            ReviewRepository reviews,
            Remits remits,
            ProposalRepository proposals,
            AccountCiphers ciphers,
            DatabaseTime time,
            RecordDecision record,
            CountFourEyesChecks checks,
            UnopenedDocuments unopened) {
        this.reviews = reviews;
        this.remits = remits;
        this.proposals = proposals;
        this.ciphers = ciphers;
        this.time = time;
        this.record = record;
        this.checks = checks;
        this.unopened = unopened;
    }

    @WithTransaction
    public Uni<DecisionView> confirm(long workOrder, Caller second) {
        return reviews.lock(workOrder)
                .call(review -> remits.refuseConflicted(review, second))
                .chain(review -> review.status() == ReviewStatus.DECIDED
                        ? record.repeatedConfirmation(review, second)
                        : confirm(review, second));
    }

    private Uni<DecisionView> confirm(Review review, Caller second) {
        return time.now()
                .invoke(now -> review.requireSecond(second.subject(), now))
                .chain(now -> proposals
                        .last(review)
                        .map(Objects::requireNonNull)
                        .chain(proposal -> ciphers.forAccount(proposal.accountId())
                                .chain(cipher -> decide(review, proposal, proposal.verdict(cipher), second, now))));
    }

    private Uni<DecisionView> decide(Review review, Proposal proposal, Verdict verdict, Caller second, Instant now) {
        return unopened.of(review.workOrder(), second.subject()).chain(found -> {
            List<String> documents = unopened.admit(found, review, verdict.outcome(), second.subject());
            review.confirm(second.subject(), verdict.outcome(), now);
            proposal.confirm(second.subject(), now);
            return record.confirmed(review, verdict, proposal.proposerId(), second, now)
                    .invoke(checks::confirmed)
                    .map(decision -> decision.withUnopened(documents));
        });
    }
}
