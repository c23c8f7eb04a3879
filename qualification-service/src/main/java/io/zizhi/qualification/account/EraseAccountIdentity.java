package io.zizhi.qualification.account;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.inbox.AccountErasure;
import jakarta.enterprise.context.ApplicationScoped;

/** Erases the identity of an erased account, so that it can no longer submit anything. */
@ApplicationScoped
public class EraseAccountIdentity implements AccountErasure {

    private final AccountIdentityRepository identities;

    EraseAccountIdentity(AccountIdentityRepository identities) {
        this.identities = identities;
    }

    @Override
    public Uni<Void> erase(String accountId) {
        return identities
                .lockOrCreate(accountId)
                .invoke(AccountIdentity::erase)
                .chain(() -> identities.eraseRequestedPersons(accountId));
    }
}
