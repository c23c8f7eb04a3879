package io.zizhi.review.decision;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.encryption.AccountCiphers;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.desk.ReviewRepository;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Shows the staff a decision with all its notes, also before it is told. Who is related does not even learn whether there
 * is one.
 */
@ApplicationScoped
public class ReadDecision {

    private final ReviewRepository reviews;
    private final Remits remits;
    private final DecisionRepository decisions;
    private final AccountCiphers ciphers;

    @Inject
    ReadDecision(ReviewRepository reviews, Remits remits, DecisionRepository decisions, AccountCiphers ciphers) {
        this.reviews = reviews;
        this.remits = remits;
        this.decisions = decisions;
        this.ciphers = ciphers;
    }

    @WithSession
    public Uni<DecisionView> read(long workOrder, Caller caller) {
        return reviews.findById(workOrder)
                .onItem()
                .ifNotNull()
                .call(review -> remits.refuseRelated(review, caller))
                .chain(() -> decisions.require(workOrder))
                .chain(decision -> ciphers.forAccount(decision.accountId())
                        .map(cipher -> DecisionView.from(decision, decision.verdict(cipher))));
    }
}
