package io.zizhi.review.decision.proposal;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.reviewer.ReviewAccess;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists the proposals of a review, with their states, to callers who may read the review. */
@ApplicationScoped
public class ReadProposals {

    private final ReviewRepository reviews;
    private final ReviewAccess access;
    private final ProposalRepository proposals;
    private final AccountCiphers ciphers;

    ReadProposals(ReviewRepository reviews, ReviewAccess access, ProposalRepository proposals, AccountCiphers ciphers) {
        this.reviews = reviews;
        this.access = access;
        this.proposals = proposals;
        this.ciphers = ciphers;
    }

    @WithSession
    public Uni<ProposalsView> read(long workOrder, Caller caller) {
        return reviews.require(workOrder)
                .call(review -> access.requireReader(review, caller))
                .chain(review -> ciphers.forAccount(review.submission().accountId())
                        .chain(cipher -> proposals
                                .of(workOrder)
                                .map(found -> new ProposalsView(found.stream()
                                        .map(proposal -> ProposalView.from(proposal, review, cipher))
                                        .toList()))));
    }
}
