package io.zizhi.notification.sender.inbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsResult;
import jakarta.enterprise.context.ApplicationScoped;

/** Returns whether a message has arrived. If not, refuses all its attempts so far from then on. */
@ApplicationScoped
class RecallFromInbox {

    private final HandOverRepository handOvers;
    private final InboxMessageRepository messages;

    RecallFromInbox(HandOverRepository handOvers, InboxMessageRepository messages) {
        this.handOvers = handOvers;
        this.messages = messages;
    }

    @WithTransaction
    public Uni<SmsResult> recall(String messageId, int attempt) {
        return handOvers
                .lock(messageId)
                .chain(() -> messages.findById(messageId))
                .chain(found -> found == null ? refuse(messageId, attempt) : accepted());
    }

    private Uni<SmsResult> refuse(String messageId, int attempt) {
        return handOvers.refuse(messageId, attempt).replaceWith(new SmsResult.NeverReceived());
    }

    private static Uni<SmsResult> accepted() {
        return Uni.createFrom().item(new SmsResult.Accepted());
    }
}
