package io.zizhi.notification.webhook;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Purges finished webhooks 90 days after they were queued; waiting webhooks are kept. */
@ApplicationScoped
class PurgeOldWebhooks {

    private static final Duration KEPT = Duration.ofDays(90);

    private final WebhookDeliveryRepository deliveries;
    private final DatabaseTime time;

    PurgeOldWebhooks(WebhookDeliveryRepository deliveries, DatabaseTime time) {
        this.deliveries = deliveries;
        this.time = time;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    @WithTransaction
    public Uni<Void> purge() {
        return time.now().chain(now -> deliveries.purgeBefore(now.minus(KEPT))).replaceWithVoid();
    }
}
