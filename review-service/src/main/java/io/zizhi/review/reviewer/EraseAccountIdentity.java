package io.zizhi.review.reviewer;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.inbox.AccountErasure;
import jakarta.enterprise.context.ApplicationScoped;

/** Erases the company of an erased account. */
@ApplicationScoped
public class EraseAccountIdentity implements AccountErasure {

    private final AccountIdentityRepository identities;

    EraseAccountIdentity(AccountIdentityRepository identities) {
        this.identities = identities;
    }

    @Override
    public Uni<Void> erase(String accountId) {
        return identities.erase(accountId);
    }
}
