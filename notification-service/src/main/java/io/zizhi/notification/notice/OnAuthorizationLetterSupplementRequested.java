package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterSupplementRequested;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells that a letter which was reviewed alone needs more material (资料待补充). */
@ApplicationScoped
class OnAuthorizationLetterSupplementRequested implements Reaction<AuthorizationLetterSupplementRequested> {

    private final TellLetterResult tellResult;

    OnAuthorizationLetterSupplementRequested(TellLetterResult tellResult) {
        this.tellResult = tellResult;
    }

    @Override
    public Class<AuthorizationLetterSupplementRequested> event() {
        return AuthorizationLetterSupplementRequested.class;
    }

    @Override
    public Uni<Void> react(AuthorizationLetterSupplementRequested event, EventContext context) {
        return tellResult.tell(event.contact(), contact -> Result.of(event, contact));
    }
}
