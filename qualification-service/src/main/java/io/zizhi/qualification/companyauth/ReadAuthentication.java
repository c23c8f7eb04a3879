package io.zizhi.qualification.companyauth;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads an authentication before its provider is called. */
@ApplicationScoped
class ReadAuthentication {

    private final AuthenticationRepository authentications;

    ReadAuthentication(AuthenticationRepository authentications) {
        this.authentications = authentications;
    }

    /** Fails with 404 if the account has no such authentication. */
    @WithTransaction
    public Uni<Authentication> handle(String accountId, String id) {
        return authentications.require(accountId, id);
    }
}
