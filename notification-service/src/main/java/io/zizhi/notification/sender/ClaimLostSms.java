package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes one message whose replica died or stood still. Claimed only, it goes back into the queue, for nobody can hand it
 * over by that claim any more. Handed over or unknown, it is this replica's to ask the sender for. One at a time, for the
 * reason that {@link ClaimQueuedSms} gives.
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

    /** @return the message, queued again or to be asked for; nothing where there is none */
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
