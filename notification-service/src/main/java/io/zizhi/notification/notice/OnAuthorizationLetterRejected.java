package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterRejected;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells that a letter which was reviewed alone was rejected (审核不通过), and for what kinds of reasons. */
@ApplicationScoped
class OnAuthorizationLetterRejected implements Reaction<AuthorizationLetterRejected> {

    private final TellLetterResult tellResult;

    OnAuthorizationLetterRejected(TellLetterResult tellResult) {
        this.tellResult = tellResult;
    }

    @Override
    public Class<AuthorizationLetterRejected> event() {
        return AuthorizationLetterRejected.class;
    }

    @Override
    public Uni<Void> react(AuthorizationLetterRejected event, EventContext context) {
        return tellResult.tell(event.contact(), contact -> Result.of(event, contact));
    }
}
