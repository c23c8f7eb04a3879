package io.zizhi.review.decision.undo;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.review.review.DeskAudit;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.reviewer.ReviewAccess;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists the undone decisions of a review, to callers who may read the review. Records the view. */
@ApplicationScoped
public class ReadUndoneDecisions {

    private final ReviewRepository reviews;
    private final ReviewAccess access;
    private final UndoneDecisionRepository undone;
    private final AccountCiphers ciphers;
    private final DeskAudit audit;

    ReadUndoneDecisions(
            ReviewRepository reviews,
            ReviewAccess access,
            UndoneDecisionRepository undone,
            AccountCiphers ciphers,
            DeskAudit audit) {
        this.reviews = reviews;
        this.access = access;
        this.undone = undone;
        this.ciphers = ciphers;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<UndoneDecisionsView> read(long workOrder, Caller caller) {
        return reviews.require(workOrder)
                .call(review -> access.requireReader(review, caller))
                .call(review -> audit.append(caller, "undone-decisions.viewed", review, List.of("outcome", "findings")))
                .chain(review -> ciphers.forAccount(review.submission().accountId()))
                .chain(cipher -> undone.of(workOrder)
                        .map(found -> new UndoneDecisionsView(found.stream()
                                .map(decision -> UndoneDecisionView.from(decision, cipher))
                                .toList())));
    }
}
