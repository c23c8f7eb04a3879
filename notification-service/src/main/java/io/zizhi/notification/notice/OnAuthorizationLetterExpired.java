package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterExpired;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells that a letter has ended (已到期), in the morning after. */
@ApplicationScoped
class OnAuthorizationLetterExpired implements Reaction<AuthorizationLetterExpired> {

    private final TellLetterResult tellResult;

    OnAuthorizationLetterExpired(TellLetterResult tellResult) {
        this.tellResult = tellResult;
    }

    @Override
    public Class<AuthorizationLetterExpired> event() {
        return AuthorizationLetterExpired.class;
    }

    @Override
    public Uni<Void> react(AuthorizationLetterExpired event, EventContext context) {
        return tellResult.tell(event.contact(), contact -> Result.of(event, contact));
    }
}
