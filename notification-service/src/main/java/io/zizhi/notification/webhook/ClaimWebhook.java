package io.zizhi.notification.webhook;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Claims one due webhook for this replica and commits before it is posted. */
@ApplicationScoped
class ClaimWebhook {

    private final WebhookDeliveryRepository deliveries;
    private final DatabaseTime time;
    private final WebhookConfig config;
    private final RetrySchedule schedule;

    ClaimWebhook(
            WebhookDeliveryRepository deliveries, DatabaseTime time, WebhookConfig config, RetrySchedule schedule) {
        this.deliveries = deliveries;
        this.time = time;
        this.config = config;
        this.schedule = schedule;
    }

    /** @return the webhook, claimed or failed; empty if none is due */
    @WithTransaction
    public Uni<Optional<WebhookDelivery>> claim() {
        return deliveries
                .lockNextDue()
                .call(found -> time.now()
                        .invoke(now -> found.ifPresent(delivery -> delivery.claim(now, schedule, config.lostAfter()))));
    }
}
