package io.zizhi.platform.operations.discard;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Cancels a discard. Any operator may do so, because it changes nothing. */
@ApplicationScoped
public class CancelDiscard {

    private final DiscardRepository discards;
    private final DiscardAudit audit;

    CancelDiscard(DiscardRepository discards, DiscardAudit audit) {
        this.discards = discards;
        this.audit = audit;
    }

    @WithTransaction
    Uni<DiscardView> cancel(long id, Caller operator) {
        return discards.cancel(
                        id,
                        operator.subject(),
                        discard -> audit.record(operator.subject(), "discard.cancelled", discard))
                .map(DiscardView::from);
    }
}
