package io.zizhi.qualification.account;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.erasure.AccountErasure;
import jakarta.enterprise.context.ApplicationScoped;

/** Erases the identity of an erased account, so that it can no longer submit anything. */
@ApplicationScoped
public class EraseAccountIdentity implements AccountErasure {

    private final AccountIdentityRepository identities;

    EraseAccountIdentity(AccountIdentityRepository identities) {
        this.identities = identities;
    }

    @Override
    public String kind() {
        return "identities";
    }

    @Override
    public Uni<Integer> erase(String accountId, int limit) {
        return identities
                .lockOrCreate(accountId)
                .map(account -> account.erase() ? 1 : 0)
                .chain(erased -> identities.eraseChanges(accountId, limit).map(changes -> erased + changes));
    }
}
