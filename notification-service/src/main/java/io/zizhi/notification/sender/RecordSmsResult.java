package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Writes down what the sender said of a message, and tells it. */
@ApplicationScoped
class RecordSmsResult {

    private final SmsMessageRepository messages;
    private final TellSmsOutcome tell;
    private final DatabaseTime time;
    private final SmsConfig config;

    @Inject
    RecordSmsResult(SmsMessageRepository messages, TellSmsOutcome tell, DatabaseTime time, SmsConfig config) {
        this.messages = messages;
        this.tell = tell;
        this.time = time;
        this.config = config;
    }

    /** A message that was put back into the queue, or reached its end, meanwhile stays as it is: it was answered before. */
    @WithTransaction
    public Uni<Void> record(String messageId, SmsResult result) {
        return messages.lock(messageId)
                .chain(found -> found.filter(RecordSmsResult::isOpen)
                        .map(message -> time.now().chain(now -> apply(message, result, now)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static boolean isOpen(SmsMessage message) {
        return message.status() == SmsStatus.SENDING || message.status() == SmsStatus.UNKNOWN;
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
