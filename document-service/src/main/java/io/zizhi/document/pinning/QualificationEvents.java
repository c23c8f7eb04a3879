package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Receives the events of qualification-service. */
@ApplicationScoped
public class QualificationEvents {

    private final Inbox inbox;

    QualificationEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("qualification-events")
    public Uni<Void> receive(Message<byte[]> message) {
        return inbox.take(message);
    }
}
