package io.zizhi.review.reviewer;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AccountVerified;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores the company of a verified account; the higher version wins. */
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
        return identities.takeOver(event.accountId(), event.creditCode(), event.version());
    }
}
