package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterDeleted;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Nothing of the letter is relied on any more: the owner may delete its picture. */
@ApplicationScoped
class OnAuthorizationLetterDeleted implements Reaction<AuthorizationLetterDeleted> {

    private final PinRepository pins;

    OnAuthorizationLetterDeleted(PinRepository pins) {
        this.pins = pins;
    }

    @Override
    public Class<AuthorizationLetterDeleted> event() {
        return AuthorizationLetterDeleted.class;
    }

    @Override
    public Uni<Void> react(AuthorizationLetterDeleted event, EventContext context) {
        return pins.removeAllOf(event.letterId());
    }
}
