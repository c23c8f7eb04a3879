package io.zizhi.review.decision.proposal;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.review.review.DeskAudit;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.reviewer.ReviewAccess;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists the proposals of a review, with their states, to callers who may read the review. Records the view. */
@ApplicationScoped
public class ReadProposals {

    private final ReviewRepository reviews;
    private final ReviewAccess access;
    private final ProposalRepository proposals;
    private final AccountCiphers ciphers;
    private final DeskAudit audit;

    ReadProposals(
            ReviewRepository reviews,
            ReviewAccess access,
            ProposalRepository proposals,
            AccountCiphers ciphers,
            DeskAudit audit) {
        this.reviews = reviews;
        this.access = access;
        this.proposals = proposals;
        this.ciphers = ciphers;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<ProposalsView> read(long workOrder, Caller caller) {
        return reviews.require(workOrder)
                .call(review -> access.requireReader(review, caller))
                .call(review -> audit.append(caller, "proposals.viewed", review, List.of("outcome", "findings")))
                .chain(review -> ciphers.forAccount(review.submission().accountId())
                        .chain(cipher -> proposals
                                .of(workOrder)
                                .map(found -> new ProposalsView(found.stream()
                                        .map(proposal -> ProposalView.from(proposal, review, cipher))
                                        .toList()))));
    }
}
