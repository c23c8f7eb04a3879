package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes one accepted message without a receipt, so that this replica asks its sender. After the last question the
 * number is purged, and the message stays ACCEPTED.
 */
@ApplicationScoped
class ClaimMissingReceipt {

    private final SmsMessageRepository messages;
    private final DatabaseTime time;
    private final SmsConfig config;

    ClaimMissingReceipt(SmsMessageRepository messages, DatabaseTime time, SmsConfig config) {
        this.messages = messages;
        this.time = time;
        this.config = config;
    }

    /** @return the message; empty if no receipt is missing */
    @WithTransaction
    public Uni<Optional<SmsMessage>> claim() {
        return time.now()
                .chain(now -> messages.lockNextWithoutReceipt(now)
                        .invoke(found -> found.ifPresent(message -> message.askedForReceipt(next(message, now)))));
    }

    /** Takes the question back, because the sender is down and was not asked. */
    @WithTransaction
    public Uni<Void> postpone(SmsMessage asked) {
        return messages.lock(asked.id())
                .call(found -> time.now()
                        .invoke(now -> found.ifPresent(
                                message -> message.notAskedForReceipt(now.plus(config.receiptAfter())))))
                .replaceWithVoid();
    }

    /** Returns when to ask again, or to give up; null if the sender has had its last chance to answer. */
    private @Nullable Instant next(SmsMessage message, Instant now) {
        int asked = message.receiptAsks();
        return asked < config.receiptAsks() ? now.plus(config.receiptAfter().multipliedBy(1L << asked)) : null;
    }
}
