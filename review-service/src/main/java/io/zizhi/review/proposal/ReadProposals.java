package io.zizhi.review.proposal;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.encryption.AccountCiphers;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.desk.ReviewRepository;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows the staff what was proposed for a review, and what became of it; nobody who is related ever does. */
@ApplicationScoped
public class ReadProposals {

    private final ReviewRepository reviews;
    private final Remits remits;
    private final ProposalRepository proposals;
    private final AccountCiphers ciphers;

    @Inject
    ReadProposals(ReviewRepository reviews, Remits remits, ProposalRepository proposals, AccountCiphers ciphers) {
        this.reviews = reviews;
        this.remits = remits;
        this.proposals = proposals;
        this.ciphers = ciphers;
    }

    @WithSession
    public Uni<ProposalsView> read(long workOrder, Caller caller) {
        return reviews.require(workOrder)
                .call(review -> remits.refuseRelated(review, caller))
                .chain(review -> ciphers.forAccount(review.submission().accountId())
                        .chain(cipher -> proposals
                                .of(workOrder)
                                .map(found -> new ProposalsView(found.stream()
                                        .map(proposal -> ProposalView.from(proposal, review, cipher))
                                        .toList()))));
    }
}
