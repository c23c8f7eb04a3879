package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes one queued message for this replica; committed before it is handed over. One at a time, because the lease runs
 * from here: of a batch, the last would wait for a slow sender until another replica took it for lost and sent it too.
 * What is of no use any more fails. Nothing is read of the message, so that no unreadable one stands in the others' way.
 */
@ApplicationScoped
class ClaimQueuedSms {

    private static final String TOO_LATE = "SMS_TOO_LATE";

    private final SmsMessageRepository messages;
    private final DatabaseTime time;
    private final SmsConfig config;
    private final TellSmsOutcome tell;

    ClaimQueuedSms(SmsMessageRepository messages, DatabaseTime time, SmsConfig config, TellSmsOutcome tell) {
        this.messages = messages;
        this.time = time;
        this.config = config;
        this.tell = tell;
    }

    /** @return the message, claimed or failed; nothing where the queue is empty */
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
        return tell.failed(message, TOO_LATE);
    }
}
