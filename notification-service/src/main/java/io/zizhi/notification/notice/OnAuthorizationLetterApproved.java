package io.zizhi.notification.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterApproved;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells that a letter which was reviewed alone was approved (审核通过). */
@ApplicationScoped
class OnAuthorizationLetterApproved implements Reaction<AuthorizationLetterApproved> {

    private final TellLetterResult tellResult;

    OnAuthorizationLetterApproved(TellLetterResult tellResult) {
        this.tellResult = tellResult;
    }

    @Override
    public Class<AuthorizationLetterApproved> event() {
        return AuthorizationLetterApproved.class;
    }

    @Override
    public Uni<Void> react(AuthorizationLetterApproved event, EventContext context) {
        return tellResult.tell(event.contact(), contact -> Result.of(event, contact));
    }
}
