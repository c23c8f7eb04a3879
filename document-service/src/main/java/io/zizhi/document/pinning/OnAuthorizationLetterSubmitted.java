package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** A letter was submitted alone: the pin of its picture holds for good. */
@ApplicationScoped
class OnAuthorizationLetterSubmitted implements Reaction<AuthorizationLetterSubmitted> {

    private final ConfirmPins pins;

    OnAuthorizationLetterSubmitted(ConfirmPins pins) {
        this.pins = pins;
    }

    @Override
    public Class<AuthorizationLetterSubmitted> event() {
        return AuthorizationLetterSubmitted.class;
    }

    @Override
    public Uni<Void> react(AuthorizationLetterSubmitted event, EventContext context) {
        return pins.confirm(event.workOrder(), event.documentIds(), event.letterId(), event.revision());
    }
}
