package io.zizhi.platform.operations.audit.acceptance;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Cancels a request to accept damage. Anybody who may request one may do so, because it changes nothing. */
@ApplicationScoped
class CancelAcceptance {

    private final AcceptanceRepository acceptances;
    private final AcceptanceAudit audit;

    CancelAcceptance(AcceptanceRepository acceptances, AcceptanceAudit audit) {
        this.acceptances = acceptances;
        this.audit = audit;
    }

    @WithTransaction
    Uni<AcceptanceView> cancel(long id, Caller person) {
        return acceptances
                .cancel(id, person.subject(), request -> audit.record(person, "audit-acceptance.cancelled", request))
                .map(acceptances::view);
    }
}
