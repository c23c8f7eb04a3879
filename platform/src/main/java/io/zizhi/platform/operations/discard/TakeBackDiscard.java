package io.zizhi.platform.operations.discard;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a discard back. Any operator may do so, because it changes nothing. */
@ApplicationScoped
public class TakeBackDiscard {

    private final DiscardRepository discards;
    private final DiscardAudit audit;

    TakeBackDiscard(DiscardRepository discards, DiscardAudit audit) {
        this.discards = discards;
        this.audit = audit;
    }

    @WithTransaction
    Uni<DiscardView> takeBack(long id, Caller operator) {
        return discards.takeBack(
                        id, operator.subject(), discard -> audit.record(operator, "discard.taken-back", discard))
                .map(DiscardView::from);
    }
}
