package io.zizhi.platform.operations.audit.acceptance;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores one person's request to accept damage. Nothing is accepted yet. */
@ApplicationScoped
class RequestAcceptance {

    private final AcceptanceRepository acceptances;
    private final AcceptanceAudit audit;

    RequestAcceptance(AcceptanceRepository acceptances, AcceptanceAudit audit) {
        this.acceptances = acceptances;
        this.audit = audit;
    }

    @WithTransaction
    Uni<AcceptanceView> request(Acceptance.Content content, Caller person) {
        return acceptances
                .request(content)
                .call(acceptance -> audit.record(person, "audit-acceptance.requested", acceptance))
                .map(acceptances::view);
    }
}
