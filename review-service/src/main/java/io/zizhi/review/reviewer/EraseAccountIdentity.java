package io.zizhi.review.reviewer;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.erasure.AccountErasure;
import jakarta.enterprise.context.ApplicationScoped;

/** Erases the company of an erased account, and what is known of staff who belonged to it. */
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
        return identities.erase(accountId);
    }
}
