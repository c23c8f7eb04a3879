package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsConfig;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Commits, before the sender is called, that the message is being handed over. The single statement succeeds only while
 * the claim is valid, so a replica that was paused meanwhile finds its claim lost.
 */
@ApplicationScoped
class BeginHandOver {

    private final SmsMessageRepository messages;
    private final SmsConfig config;

    BeginHandOver(SmsMessageRepository messages, SmsConfig config) {
        this.messages = messages;
        this.config = config;
    }

    /** @return whether this claim may hand the message over */
    @WithTransaction
    public Uni<Boolean> begin(SmsClaim claim) {
        return messages.beginHandOver(claim.messageId(), claim.attempt(), config.lostAfter());
    }
}
