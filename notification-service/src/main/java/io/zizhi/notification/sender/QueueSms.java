package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.time.DatabaseTime;
import io.zizhi.platform.tracing.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Puts a message into the queue, in the transaction of its cause: it is sent if and only if that commits. */
@ApplicationScoped
public class QueueSms {

    private final SmsMessageRepository messages;
    private final SmsCipher cipher;
    private final DatabaseTime time;

    @Inject
    QueueSms(SmsMessageRepository messages, SmsCipher cipher, DatabaseTime time) {
        this.messages = messages;
        this.cipher = cipher;
        this.time = time;
    }

    /** @return the message's id: 32 hexadecimal digits */
    @WithTransaction
    public Uni<String> queue(SmsOrder order) {
        String id = UUID.randomUUID().toString().replace("-", "");
        TraceContext trace = TraceContext.current();
        return time.now()
                .chain(now -> cipher.close(id, order, now))
                .invoke(message -> message.isCausedIn(trace))
                .chain(messages::persist)
                .map(SmsMessage::id);
    }
}
