package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Claims one queued message for this replica and commits before the hand-over. It claims one message at a time because
 * the lease starts here: with a slow sender, the last message of a batch would look lost, and another replica would
 * send it too. Messages that are no longer useful fail. The content is not decrypted, so an unreadable message does not
 * block the queue.
 */
@ApplicationScoped
class ClaimQueuedSms {

    private static final String TOO_LATE = "SMS_TOO_LATE";

    private final SmsMessageRepository messages;
    private final DatabaseTime time;
    private final SmsConfig config;
    private final PublishSmsOutcome publish;

    ClaimQueuedSms(SmsMessageRepository messages, DatabaseTime time, SmsConfig config, PublishSmsOutcome publish) {
        this.messages = messages;
        this.time = time;
        this.config = config;
        this.publish = publish;
    }

    /** @return the message, claimed or failed; empty if the queue is empty */
    @WithTransaction
    public Uni<Optional<SmsClaim>> claim() {
        long begunAt = System.nanoTime();
        return time.now()
                .chain(now -> messages.lockNextQueued()
                        .call(found -> found.map(message -> claimOrFail(message, now))
                                .orElseGet(() -> Uni.createFrom().voidItem())))
                .map(found -> found.map(message -> new SmsClaim(message, begunAt)));
    }

    private Uni<Void> claimOrFail(SmsMessage message, Instant now) {
        if (message.isUseful(now)) {
            message.claim(now, config.lostAfter());
            return Uni.createFrom().voidItem();
        }
        message.failed(TOO_LATE);
        return publish.failed(message, TOO_LATE);
    }
}
