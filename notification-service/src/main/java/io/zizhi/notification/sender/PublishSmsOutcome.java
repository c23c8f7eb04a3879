package io.zizhi.notification.sender;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.SmsAccepted;
import io.zizhi.contracts.SmsDelivered;
import io.zizhi.contracts.SmsFailed;
import io.zizhi.platform.messaging.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Publishes the outcome of a message in the transaction that records it. */
@ApplicationScoped
class PublishSmsOutcome {

    private final Outbox outbox;
    private final Clock clock;

    PublishSmsOutcome(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Void> accepted(SmsMessage message) {
        return outbox.append(new SmsAccepted(
                message.id(), message.accountId(), message.template(), message.subject(), clock.instant()));
    }

    Uni<Void> delivered(SmsMessage message) {
        return outbox.append(new SmsDelivered(
                message.id(), message.accountId(), message.template(), message.subject(), clock.instant()));
    }

    Uni<Void> failed(SmsMessage message, String code) {
        return outbox.append(new SmsFailed(
                message.id(), message.accountId(), message.template(), message.subject(), code, clock.instant()));
    }
}
