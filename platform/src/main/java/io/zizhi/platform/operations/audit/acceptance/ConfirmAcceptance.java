package io.zizhi.platform.operations.audit.acceptance;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Confirms another person's request: from now on, verifications show the damage as accepted. */
@ApplicationScoped
class ConfirmAcceptance {

    private final AcceptanceRepository acceptances;
    private final AcceptanceAudit audit;

    ConfirmAcceptance(AcceptanceRepository acceptances, AcceptanceAudit audit) {
        this.acceptances = acceptances;
        this.audit = audit;
    }

    @WithTransaction
    Uni<AcceptanceView> confirm(long id, Caller person) {
        return acceptances
                .confirm(
                        id,
                        person.subject(),
                        request -> acceptances
                                .sign(request, person.subject())
                                .chain(() -> audit.recordConfirmed(person, request)))
                .map(acceptances::view);
    }
}
