package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes over one message of a replica that died or was paused. A message that was only claimed returns to the queue:
 * the old claim can no longer hand it over. For a message that was handed over or is unknown, this replica asks the
 * sender. It takes one message at a time, for the reason given in {@link ClaimQueuedSms}.
 */
@ApplicationScoped
class ClaimLostSms {

    private final SmsMessageRepository messages;
    private final DatabaseTime time;
    private final SmsConfig config;

    ClaimLostSms(SmsMessageRepository messages, DatabaseTime time, SmsConfig config) {
        this.messages = messages;
        this.time = time;
        this.config = config;
    }

    /** @return the message, which is queued again or needs a recall; empty if no message is lost */
    @WithTransaction
    public Uni<Optional<SmsMessage>> claim() {
        return time.now()
                .chain(now -> messages.lockNextToRecall(now)
                        .invoke(found -> found.ifPresent(message -> requeueOrPostpone(message, now))));
    }

    private void requeueOrPostpone(SmsMessage message, Instant now) {
        if (message.isClaimed()) {
            message.requeue();
        } else {
            message.postponeRecall(now, config.lostAfter());
        }
    }
}
