package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterExpiring;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells that a letter ends soon (到期提醒); of one that was renewed no event comes. */
@ApplicationScoped
class OnAuthorizationLetterExpiring implements Reaction<AuthorizationLetterExpiring> {

    private final TellLetterResult tellResult;

    OnAuthorizationLetterExpiring(TellLetterResult tellResult) {
        this.tellResult = tellResult;
    }

    @Override
    public Class<AuthorizationLetterExpiring> event() {
        return AuthorizationLetterExpiring.class;
    }

    @Override
    public Uni<Void> react(AuthorizationLetterExpiring event, EventContext context) {
        return tellResult.tell(event.contact(), contact -> Result.of(event, contact));
    }
}
