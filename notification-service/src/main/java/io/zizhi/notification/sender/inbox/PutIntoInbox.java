package io.zizhi.notification.sender.inbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.Sms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets a message arrive, once per message id. */
@ApplicationScoped
class PutIntoInbox {

    private final InboxMessageRepository messages;
    private final InboxCipher cipher;
    private final Clock clock;

    @Inject
    PutIntoInbox(InboxMessageRepository messages, InboxCipher cipher, Clock clock) {
        this.messages = messages;
        this.cipher = cipher;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<Void> put(Sms sms) {
        return messages.findById(sms.messageId())
                .onItem()
                .ifNull()
                .switchTo(() -> cipher.close(sms, clock.instant()).chain(messages::persist))
                .replaceWithVoid();
    }
}
