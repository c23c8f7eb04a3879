package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Records the sender's result and publishes it. */
@ApplicationScoped
class RecordSmsResult {

    private final SmsMessageRepository messages;
    private final PublishSmsOutcome publish;
    private final DatabaseTime time;
    private final SmsConfig config;

    RecordSmsResult(SmsMessageRepository messages, PublishSmsOutcome publish, DatabaseTime time, SmsConfig config) {
        this.messages = messages;
        this.publish = publish;
        this.time = time;
        this.config = config;
    }

    /**
     * Records the result. Ignores it if the message was queued again, claimed again or finished meanwhile.
     *
     * @param attempt the claim that the result belongs to
     */
    @WithTransaction
    public Uni<Void> record(String messageId, int attempt, SmsResult result) {
        return messages.lock(messageId)
                .chain(found -> found.filter(message -> message.isOpen(attempt))
                        .map(message -> time.now().chain(now -> apply(message, result, now)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> apply(SmsMessage message, SmsResult result, Instant now) {
        return switch (result) {
            case SmsResult.Accepted accepted -> {
                message.accepted(accepted.providerMessageId());
                yield publish.accepted(message);
            }
            case SmsResult.Refused refused -> {
                message.failed(refused.code());
                yield publish.failed(message, refused.code());
            }
            case SmsResult.Unknown unknown -> {
                message.unknown(unknown.code(), now, config.lostAfter(), config.recalls());
                yield Uni.createFrom().voidItem();
            }
            case SmsResult.Deferred deferred -> {
                message.defer(deferred.code(), now.plus(deferred.pause()));
                yield Uni.createFrom().voidItem();
            }
            case SmsResult.NeverReceived never -> {
                message.requeue();
                yield Uni.createFrom().voidItem();
            }
        };
    }
}
