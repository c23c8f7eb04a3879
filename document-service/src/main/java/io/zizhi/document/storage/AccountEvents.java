package io.zizhi.document.storage;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes {@code zizhi.account.v1}: a tombstone erases the documents of an account. */
@ApplicationScoped
public class AccountEvents {

    private final Inbox inbox;

    AccountEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("account-events")
    public Uni<Void> receive(Message<byte[]> message) {
        return inbox.take(message);
    }
}
