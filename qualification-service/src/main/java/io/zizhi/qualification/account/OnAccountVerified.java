package io.zizhi.qualification.account;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AccountVerified;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Another system that knows who accounts belong to tells it on the topic of accounts, as this service does when the
 * operator tells it ({@link VerifyAccount}). The higher version wins, so that what this service told itself changes nothing.
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
