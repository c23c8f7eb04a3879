package io.zizhi.notification.webhook;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Records the result of a delivery attempt. */
@ApplicationScoped
class RecordAttempt {

    private final WebhookDeliveryRepository deliveries;
    private final DatabaseTime time;
    private final WebhookConfig config;
    private final NotificationLimits.Webhooks limits;

    RecordAttempt(
            WebhookDeliveryRepository deliveries, DatabaseTime time, WebhookConfig config, NotificationLimits limits) {
        this.deliveries = deliveries;
        this.time = time;
        this.config = config;
        this.limits = limits.webhooks();
    }

    /** Records the result. Ignores it if the webhook counted as lost and was tried again, or is finished. */
    @WithTransaction
    public Uni<Void> record(String id, int attempt, Attempt result) {
        return deliveries
                .lock(id)
                .chain(found -> time.now()
                        .invoke(now -> found.filter(delivery ->
                                        delivery.status() == WebhookStatus.QUEUED && delivery.attempts() == attempt)
                                .ifPresent(delivery -> apply(delivery, result, now))))
                .replaceWithVoid();
    }

    private void apply(WebhookDelivery delivery, Attempt result, Instant now) {
        switch (result) {
            case Attempt.Taken taken -> delivery.delivered();
            case Attempt.Failed failed -> delivery.retry(failed.code(), now, limits.attempts(), config);
            case Attempt.Refused refused -> delivery.fail(refused.code());
        }
    }
}
