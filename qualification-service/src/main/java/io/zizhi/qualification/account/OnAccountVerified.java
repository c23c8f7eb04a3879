package io.zizhi.qualification.account;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AccountVerified;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Applies an identity published by another system or by this service ({@link VerifyAccount}). The higher version wins,
 * so this service's own events change nothing.
 */
@ApplicationScoped
public class OnAccountVerified implements Reaction<AccountVerified> {

    private final AccountIdentityRepository identities;

    OnAccountVerified(AccountIdentityRepository identities) {
        this.identities = identities;
    }

    @Override
    public Class<AccountVerified> event() {
        return AccountVerified.class;
    }

    @Override
    public Uni<Void> react(AccountVerified event, EventContext context) {
        VerifiedIdentity identity =
                new VerifiedIdentity(event.kind(), event.companyName(), event.creditCode()).requireComplete();
        return identities
                .lockOrCreate(event.accountId())
                .invoke(account -> account.takeOver(identity, event.version(), context.occurredAt()))
                .replaceWithVoid();
    }
}
