package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Writes down what the sender said of a message, and tells it. */
@ApplicationScoped
class RecordSmsResult {

    private final SmsMessageRepository messages;
    private final TellSmsOutcome tell;
    private final DatabaseTime time;
    private final SmsConfig config;

    RecordSmsResult(SmsMessageRepository messages, TellSmsOutcome tell, DatabaseTime time, SmsConfig config) {
        this.messages = messages;
        this.tell = tell;
        this.time = time;
        this.config = config;
    }

    /**
     * A message that was put back into the queue, claimed anew, or reached its end meanwhile stays as it is: it was
     * answered before.
     *
     * @param attempt the claim that the result is about
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
                message.accepted();
                yield tell.accepted(message);
            }
            case SmsResult.Refused refused -> {
                message.failed(refused.code());
                yield tell.failed(message, refused.code());
            }
            case SmsResult.Unknown unknown -> {
                message.unknown(unknown.code(), now, config.lostAfter(), config.recalls());
                yield Uni.createFrom().voidItem();
            }
            case SmsResult.NeverReceived never -> {
                message.requeue();
                yield Uni.createFrom().voidItem();
            }
        };
    }
}
