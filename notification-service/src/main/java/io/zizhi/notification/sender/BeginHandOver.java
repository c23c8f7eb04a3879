package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Records that the sender may have a message from now on, committed before the sender is called. One statement does it,
 * and only for the claim that still holds the message: a replica that stood still meanwhile finds that it does not.
 */
@ApplicationScoped
class BeginHandOver {

    private final SmsMessageRepository messages;
    private final SmsConfig config;

    BeginHandOver(SmsMessageRepository messages, SmsConfig config) {
        this.messages = messages;
        this.config = config;
    }

    /** @return whether the message is this claim's to hand over */
    @WithTransaction
    public Uni<Boolean> begin(SmsClaim claim) {
        return messages.beginHandOver(claim.messageId(), claim.attempt(), config.lostAfter());
    }
}
