package io.zizhi.review.reviewer;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AccountVerified;
import io.zizhi.platform.messaging.erasure.Erasures;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores the company of a verified account; the higher version wins, and an erased account keeps none. */
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
        return erasures.isErased(event.accountId())
                .chain(erased -> erased
                        ? Uni.createFrom().voidItem()
                        : identities.takeOver(event.accountId(), event.creditCode(), event.version()));
    }
}
