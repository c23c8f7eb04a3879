package io.zizhi.notification.webhook;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.WebhookDelivered;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Records the result of a delivery attempt. For a webhook of an account, it also stores the answer, and publishes a
 * delivery.
 */
@ApplicationScoped
class RecordAttempt {

    private final WebhookDeliveryRepository deliveries;
    private final AttemptLog log;
    private final AccountReceivers receivers;
    private final Outbox outbox;
    private final DatabaseTime time;
    private final RetrySchedule schedule;

    RecordAttempt(
            WebhookDeliveryRepository deliveries,
            AttemptLog log,
            AccountReceivers receivers,
            Outbox outbox,
            DatabaseTime time,
            RetrySchedule schedule) {
        this.deliveries = deliveries;
        this.log = log;
        this.receivers = receivers;
        this.outbox = outbox;
        this.time = time;
        this.schedule = schedule;
    }

    /** Records the result. Ignores it if the webhook counted as lost and was tried again, or is finished. */
    @WithTransaction
    public Uni<Void> record(String id, int attempt, Posted posted) {
        return deliveries
                .lock(id)
                .map(found -> found.filter(
                        delivery -> delivery.status() == WebhookStatus.QUEUED && delivery.attempts() == attempt))
                .chain(found -> found.map(delivery -> record(delivery, posted))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> record(WebhookDelivery delivery, Posted posted) {
        return time.now().chain(now -> switch (posted.attempt()) {
            case Attempt.Postponed postponed -> postpone(delivery, postponed.code(), now);
            case Attempt.Taken taken -> {
                delivery.delivered();
                yield report(delivery, posted, now);
            }
            case Attempt.Failed failed -> {
                delivery.retry(failed.code(), now, schedule);
                yield report(delivery, posted, now);
            }
            case Attempt.Refused refused -> {
                delivery.fail(refused.code());
                yield report(delivery, posted, now);
            }
        });
    }

    /** Leaves no trace in the log: nothing was posted. A receiver verified meanwhile gets the webhook at once. */
    private Uni<Void> postpone(WebhookDelivery delivery, String code, Instant now) {
        return receivers
                .lockUnverified(delivery.subscriptionId())
                .invoke(unverified -> {
                    if (unverified) {
                        delivery.postpone(code, now, schedule);
                    } else {
                        delivery.takeBack(code, now);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> report(WebhookDelivery delivery, Posted posted, Instant now) {
        if (!delivery.isOfAccount()) {
            return Uni.createFrom().voidItem();
        }
        String failure = posted.attempt().failureCode();
        return log.append(delivery, posted, now)
                .chain(() -> failure == null
                        ? receivers.accepted(delivery.subscriptionId()).chain(() -> publish(delivery, now))
                        : receivers.failed(delivery.subscriptionId(), failure, now));
    }

    private Uni<Void> publish(WebhookDelivery delivery, Instant now) {
        return outbox.append(new WebhookDelivered(
                delivery.subscriptionId(),
                delivery.accountId(),
                delivery.id(),
                delivery.eventType(),
                delivery.attempts(),
                now));
    }
}
