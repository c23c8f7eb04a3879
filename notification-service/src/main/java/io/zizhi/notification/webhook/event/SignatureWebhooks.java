package io.zizhi.notification.webhook.event;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import io.zizhi.contracts.SignatureBound;
import io.zizhi.contracts.SignatureMoved;
import io.zizhi.contracts.SignatureReleased;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Reacts to events of signatures, of which only webhooks inform the account. */
@ApplicationScoped
class SignatureWebhooks {

    private final WebhookEvents events;

    SignatureWebhooks(WebhookEvents events) {
        this.events = events;
    }

    @Produces
    Reaction<SignatureBound> bound() {
        return only(SignatureBound.class);
    }

    @Produces
    Reaction<SignatureMoved> moved() {
        return only(SignatureMoved.class);
    }

    @Produces
    Reaction<SignatureReleased> released() {
        return only(SignatureReleased.class);
    }

    private <E extends Event> Reaction<E> only(Class<E> event) {
        return events.reaction(event, done -> Uni.createFrom().voidItem());
    }
}
