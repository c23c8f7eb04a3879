package io.zizhi.qualification.account.change;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Cancels a request for an identity change. Any operator may do so, because nothing changes. */
@ApplicationScoped
public class CancelIdentityChange {

    private final IdentityChangeRepository changes;
    private final IdentityChangeAudit audit;

    CancelIdentityChange(IdentityChangeRepository changes, IdentityChangeAudit audit) {
        this.changes = changes;
        this.audit = audit;
    }

    @WithTransaction
    Uni<IdentityChangeView> cancel(Caller operator, long id) {
        return changes.cancel(
                        id, operator.subject(), change -> audit.record(operator, "account.change-cancelled", change))
                .map(IdentityChangeView::from);
    }
}
