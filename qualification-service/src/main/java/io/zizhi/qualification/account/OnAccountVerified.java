package io.zizhi.qualification.account;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AccountVerified;
import io.zizhi.platform.messaging.erasure.Erasures;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Applies an identity published by another system or by this service ({@link VerifyAccount}). The higher version wins,
 * so this service's own events change nothing. An erased account stays without identity.
 */
@ApplicationScoped
public class OnAccountVerified implements Reaction<AccountVerified> {

    private final AccountIdentityRepository identities;
    private final Erasures erasures;

    OnAccountVerified(AccountIdentityRepository identities, Erasures erasures) {
        this.identities = identities;
        this.erasures = erasures;
    }

    @Override
    public Class<AccountVerified> event() {
        return AccountVerified.class;
    }

    @Override
    public Uni<Void> react(AccountVerified event, EventContext context) {
        VerifiedIdentity identity =
                new VerifiedIdentity(event.kind(), event.companyName(), event.creditCode()).requireComplete();
        return erasures.isErased(event.accountId())
                .chain(erased -> erased
                        ? Uni.createFrom().voidItem()
                        : identities
                                .lockOrCreate(event.accountId())
                                .invoke(account -> account.takeOver(identity, event.version(), context.occurredAt()))
                                .replaceWithVoid());
    }
}
