package io.zizhi.review.proposal;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.encryption.AccountCiphers;
import io.zizhi.review.desk.ReviewRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows the staff what was proposed for a review, and what became of it. */
@ApplicationScoped
public class ReadProposals {

    private final ReviewRepository reviews;
    private final ProposalRepository proposals;
    private final AccountCiphers ciphers;

    @Inject
    ReadProposals(ReviewRepository reviews, ProposalRepository proposals, AccountCiphers ciphers) {
        this.reviews = reviews;
        this.proposals = proposals;
        this.ciphers = ciphers;
    }

    @WithSession
    public Uni<ProposalsView> read(long workOrder) {
        return reviews.require(workOrder)
                .chain(review -> ciphers.forAccount(review.submission().accountId())
                        .chain(cipher -> proposals
                                .of(workOrder)
                                .map(found -> new ProposalsView(found.stream()
                                        .map(proposal -> ProposalView.from(proposal, review, cipher))
                                        .toList()))));
    }
}
