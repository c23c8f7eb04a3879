package io.zizhi.notification.webhook;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;

/** Queues a webhook in the transaction of its cause: it is posted if and only if that transaction commits. */
@ApplicationScoped
public class QueueWebhook {

    private final WebhookDeliveryRepository deliveries;
    private final WebhookCipher cipher;
    private final DatabaseTime time;

    QueueWebhook(WebhookDeliveryRepository deliveries, WebhookCipher cipher, DatabaseTime time) {
        this.deliveries = deliveries;
        this.cipher = cipher;
        this.time = time;
    }

    /** Fails if a webhook with this id was queued before. */
    @WithTransaction
    public Uni<Void> queue(WebhookOrder order) {
        return time.now()
                .chain(now -> cipher.close(order, now))
                .call(delivery -> deliveries.nextTurn(delivery.receiver()).invoke(delivery::takeTurn))
                .chain(deliveries::persist)
                .replaceWithVoid();
    }
}
