package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.platform.observability.tracing.TraceContext;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Queues a message in the transaction of its cause: it is sent if and only if that transaction commits. If the
 * account's queue is full, the message fails at once, because its cause has already happened and cannot be rejected.
 */
@ApplicationScoped
public class QueueSms {

    private static final String QUEUE_FULL = "SMS_QUEUE_FULL";

    private final SmsMessageRepository messages;
    private final SmsCipher cipher;
    private final DatabaseTime time;
    private final PublishSmsOutcome publish;
    private final NotificationLimits.Sms limits;
    private final SmsConfig config;

    QueueSms(
            SmsMessageRepository messages,
            SmsCipher cipher,
            DatabaseTime time,
            PublishSmsOutcome publish,
            NotificationLimits limits,
            SmsConfig config) {
        this.messages = messages;
        this.cipher = cipher;
        this.time = time;
        this.publish = publish;
        this.limits = limits.sms();
        this.config = config;
    }

    /** @return id of the message: 32 hexadecimal digits */
    @WithTransaction
    public Uni<String> queue(SmsOrder order) {
        String id = UUID.randomUUID().toString().replace("-", "");
        TraceContext trace = TraceContext.current();
        return time.now()
                .chain(now -> cipher.close(id, order, now))
                .invoke(message -> message.isCausedIn(trace))
                .invoke(message -> message.limitWaiting(config.usefulFor()))
                .chain(this::takeTurnOrFail)
                .map(SmsMessage::id);
    }

    private Uni<SmsMessage> takeTurnOrFail(SmsMessage message) {
        return messages.nextTurn(message.accountId(), message.isUrgent(), limits.queuedPerAccount())
                .invoke(turn -> turn.ifPresentOrElse(message::takeTurn, () -> message.failed(QUEUE_FULL)))
                .call(() -> messages.persist(message))
                .call(turn -> turn.isPresent() ? Uni.createFrom().voidItem() : publish.failed(message, QUEUE_FULL))
                .replaceWith(message);
    }
}
