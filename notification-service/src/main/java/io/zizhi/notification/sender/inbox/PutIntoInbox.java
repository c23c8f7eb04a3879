package io.zizhi.notification.sender.inbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.message.Sms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Records each hand-over, and stores the message once. */
@ApplicationScoped
class PutIntoInbox {

    private final HandOverRepository handOvers;
    private final InboxMessageRepository messages;
    private final InboxCipher cipher;
    private final Clock clock;

    PutIntoInbox(HandOverRepository handOvers, InboxMessageRepository messages, InboxCipher cipher, Clock clock) {
        this.handOvers = handOvers;
        this.messages = messages;
        this.cipher = cipher;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<SmsResult> put(Sms sms) {
        return handOvers
                .lock(sms.messageId())
                .chain(() -> handOvers.record(sms.messageId(), sms.attempt(), clock.instant()))
                .chain(taken -> taken ? show(sms) : Uni.createFrom().item(new SmsResult.NeverReceived()));
    }

    private Uni<SmsResult> show(Sms sms) {
        return messages.findById(sms.messageId())
                .onItem()
                .ifNull()
                .switchTo(() -> cipher.close(sms, clock.instant()).chain(messages::persist))
                .replaceWith(new SmsResult.Accepted());
    }
}
