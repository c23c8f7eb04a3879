package io.zizhi.review.decision;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.review.review.DeskAudit;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.reviewer.Remits;
import io.zizhi.review.reviewer.ReviewAccess;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/**
 * Shows a decision with all its notes, even before it is published, to callers who may read its review
 * ({@link ReviewAccess}). Callers who are refused do not learn whether there is a decision.
 */
@ApplicationScoped
public class ReadDecision {

    private final ReviewRepository reviews;
    private final ReviewAccess access;
    private final Remits remits;
    private final DecisionRepository decisions;
    private final AccountCiphers ciphers;
    private final DeskAudit audit;

    ReadDecision(
            ReviewRepository reviews,
            ReviewAccess access,
            Remits remits,
            DecisionRepository decisions,
            AccountCiphers ciphers,
            DeskAudit audit) {
        this.reviews = reviews;
        this.access = access;
        this.remits = remits;
        this.decisions = decisions;
        this.ciphers = ciphers;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<DecisionView> read(long workOrder, Caller caller) {
        return read(
                workOrder,
                review -> access.requireReader(review, caller)
                        .chain(() -> audit.append(caller, "decision.viewed", review, List.of("outcome", "findings"))));
    }

    /**
     * Shows an earlier decision as evidence in a later review that the caller may read; the view of that evidence is
     * recorded. Conflicts of interest are checked again, because the earlier submission may name another company.
     */
    @WithSession
    public Uni<DecisionView> readAsEvidence(long workOrder, Caller caller) {
        return read(workOrder, review -> remits.refuseConflicted(review, caller));
    }

    private Uni<DecisionView> read(long workOrder, Function<Review, Uni<?>> check) {
        return reviews.findById(workOrder)
                .onItem()
                .ifNotNull()
                .call(check)
                .chain(() -> decisions.require(workOrder))
                .chain(decision -> ciphers.forAccount(decision.accountId())
                        .map(cipher -> DecisionView.from(decision, decision.verdict(cipher))));
    }
}
