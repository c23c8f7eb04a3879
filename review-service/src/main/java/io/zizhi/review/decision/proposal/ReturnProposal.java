package io.zizhi.review.decision.proposal;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.DecisionReturned;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.review.decision.measurement.CountFourEyesChecks;
import io.zizhi.review.review.RecordHandover;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Returns a proposed decision with a note, as the second reviewer, who has claimed the review. The review is then open
 * for everyone, the proposer included. The same person may repeat the call with the same note.
 */
@ApplicationScoped
public class ReturnProposal {

    private final ReviewRepository reviews;
    private final Remits remits;
    private final ProposalRepository proposals;
    private final AccountCiphers ciphers;
    private final DatabaseTime time;
    private final RecordHandover handover;
    private final CountFourEyesChecks checks;

    ReturnProposal(
            ReviewRepository reviews,
            Remits remits,
            ProposalRepository proposals,
            AccountCiphers ciphers,
            DatabaseTime time,
            RecordHandover handover,
            CountFourEyesChecks checks) {
        this.reviews = reviews;
        this.remits = remits;
        this.proposals = proposals;
        this.ciphers = ciphers;
        this.time = time;
        this.handover = handover;
        this.checks = checks;
    }

    @WithTransaction
    public Uni<ProposalView> sendBack(long workOrder, ReturnRequest request, Caller second) {
        String note = request.note().strip();
        return reviews.lock(workOrder)
                .call(review -> remits.refuseConflicted(review, second))
                .chain(review -> proposals
                        .last(review)
                        .chain(proposal -> ciphers.forAccount(
                                        review.submission().accountId())
                                .chain(cipher -> isRepeated(review, proposal, note, second, cipher)
                                        ? Uni.createFrom()
                                                .item(ProposalView.from(
                                                        Objects.requireNonNull(proposal), review, cipher))
                                        : sendBack(review, proposal, note, second, cipher))));
    }

    private static boolean isRepeated(
            Review review, @Nullable Proposal last, String note, Caller second, AccountCipher cipher) {
        return last != null && review.proposerId() == null && last.isReturnedBy(second.subject(), note, cipher);
    }

    private Uni<ProposalView> sendBack(
            Review review, @Nullable Proposal proposal, String note, Caller second, AccountCipher cipher) {
        return time.now()
                .map(now -> {
                    DecisionReturned returned = review.returnProposal(second.subject(), now);
                    Objects.requireNonNull(proposal).sendBack(second.subject(), note, now, cipher);
                    return returned;
                })
                .chain(returned ->
                        handover.record(review, List.of(returned), second, "review.returned", List.of("note")))
                .invoke(checks::returned)
                .map(done -> ProposalView.from(Objects.requireNonNull(proposal), review, cipher));
    }
}
