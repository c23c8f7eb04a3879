package io.zizhi.review.undo;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.encryption.AccountCiphers;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.desk.ReviewRepository;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows the staff which decisions of a review were undone; who is related never learns how it was decided then. */
@ApplicationScoped
public class ReadUndoneDecisions {

    private final ReviewRepository reviews;
    private final Remits remits;
    private final UndoneDecisionRepository undone;
    private final AccountCiphers ciphers;

    @Inject
    ReadUndoneDecisions(
            ReviewRepository reviews, Remits remits, UndoneDecisionRepository undone, AccountCiphers ciphers) {
        this.reviews = reviews;
        this.remits = remits;
        this.undone = undone;
        this.ciphers = ciphers;
    }

    @WithSession
    public Uni<UndoneDecisionsView> read(long workOrder, Caller caller) {
        return reviews.require(workOrder)
                .call(review -> remits.refuseRelated(review, caller))
                .chain(review -> ciphers.forAccount(review.submission().accountId()))
                .chain(cipher -> undone.of(workOrder)
                        .map(found -> new UndoneDecisionsView(found.stream()
                                .map(decision -> UndoneDecisionView.from(decision, cipher))
                                .toList())));
    }
}
