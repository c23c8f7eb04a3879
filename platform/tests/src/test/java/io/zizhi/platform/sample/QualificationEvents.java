package io.zizhi.platform.sample;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

@ApplicationScoped
class QualificationEvents {

    private final Inbox inbox;

    @Inject
    QualificationEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("qualification-events")
    Uni<Void> receive(Message<byte[]> message) {
        return inbox.take(message);
    }

    /** The topic of accounts, which no other test reads. */
    @Incoming("account-events")
    Uni<Void> receiveAccount(Message<byte[]> message) {
        return inbox.take(message);
    }
}
