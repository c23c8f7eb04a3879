package io.zizhi.qualification.account.change;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes back a request for an identity change. Any operator may do so, because nothing changes. */
@ApplicationScoped
public class TakeBackIdentityChange {

    private final IdentityChangeRepository changes;
    private final IdentityChangeAudit audit;

    TakeBackIdentityChange(IdentityChangeRepository changes, IdentityChangeAudit audit) {
        this.changes = changes;
        this.audit = audit;
    }

    @WithTransaction
    Uni<IdentityChangeView> takeBack(Caller operator, long id) {
        return changes.takeBack(
                        id, operator.subject(), change -> audit.record(operator, "account.change-taken-back", change))
                .map(IdentityChangeView::from);
    }
}
