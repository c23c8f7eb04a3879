package io.zizhi.qualification.account;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;

/** The operator reads who an account belongs to. */
@ApplicationScoped
public class GetAccountIdentity {

    private final AccountIdentityRepository identities;

    GetAccountIdentity(AccountIdentityRepository identities) {
        this.identities = identities;
    }

    @WithTransaction
    public Uni<VerifiedIdentity> handle(String accountId) {
        return identities
                .verified(accountId)
                .map(identity -> identity.orElseThrow(
                        () -> Problems.notFound("ACCOUNT_NOT_VERIFIED", "Nobody has verified this account yet.")));
    }
}
