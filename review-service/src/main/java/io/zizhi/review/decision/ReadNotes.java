package io.zizhi.review.decision;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import jakarta.enterprise.context.ApplicationScoped;

/** Returns the part of a decision that qualification-service shows to the applicant. */
@ApplicationScoped
public class ReadNotes {

    private final DecisionRepository decisions;
    private final AccountCiphers ciphers;

    ReadNotes(DecisionRepository decisions, AccountCiphers ciphers) {
        this.decisions = decisions;
        this.ciphers = ciphers;
    }

    @WithSession
    public Uni<NotesView> read(long workOrder) {
        return decisions
                .require(workOrder)
                .chain(decision -> ciphers.forAccount(decision.accountId())
                        .map(cipher -> NotesView.from(decision, decision.verdict(cipher))));
    }
}
