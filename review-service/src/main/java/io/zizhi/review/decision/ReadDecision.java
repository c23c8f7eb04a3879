package io.zizhi.review.decision;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.encryption.AccountCiphers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows the staff a decision with all its notes. */
@ApplicationScoped
public class ReadDecision {

    private final DecisionRepository decisions;
    private final AccountCiphers ciphers;

    @Inject
    ReadDecision(DecisionRepository decisions, AccountCiphers ciphers) {
        this.decisions = decisions;
        this.ciphers = ciphers;
    }

    @WithSession
    public Uni<DecisionView> read(long workOrder) {
        return decisions
                .require(workOrder)
                .chain(decision -> ciphers.forAccount(decision.accountId())
                        .map(cipher -> DecisionView.from(decision, decision.verdict(cipher))));
    }
}
