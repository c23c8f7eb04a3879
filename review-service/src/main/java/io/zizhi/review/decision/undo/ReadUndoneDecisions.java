package io.zizhi.review.decision.undo;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.reviewer.ReviewAccess;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists the undone decisions of a review, to callers who may read the review. */
@ApplicationScoped
public class ReadUndoneDecisions {

    private final ReviewRepository reviews;
    private final ReviewAccess access;
    private final UndoneDecisionRepository undone;
    private final AccountCiphers ciphers;

    ReadUndoneDecisions(
            ReviewRepository reviews, ReviewAccess access, UndoneDecisionRepository undone, AccountCiphers ciphers) {
        this.reviews = reviews;
        this.access = access;
        this.undone = undone;
        this.ciphers = ciphers;
    }

    @WithSession
    public Uni<UndoneDecisionsView> read(long workOrder, Caller caller) {
        return reviews.require(workOrder)
                .call(review -> access.requireReader(review, caller))
                .chain(review -> ciphers.forAccount(review.submission().accountId()))
                .chain(cipher -> undone.of(workOrder)
                        .map(found -> new UndoneDecisionsView(found.stream()
                                .map(decision -> UndoneDecisionView.from(decision, cipher))
                                .toList())));
    }
}
