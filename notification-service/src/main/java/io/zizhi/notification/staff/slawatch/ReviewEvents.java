package io.zizhi.notification.staff.slawatch;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Receives the events of reviews; the reactions of this package handle them. */
@ApplicationScoped
public class ReviewEvents {

    private final Inbox inbox;

    ReviewEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("review-events")
    public Uni<Void> receive(Message<byte[]> message) {
        return inbox.take(message);
    }
}
