package io.zizhi.notification.webhook;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

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

    /** Queues a webhook to staff. Fails if a webhook with this id was queued before. */
    @WithTransaction
    public Uni<Void> queue(WebhookOrder order) {
        return time.now().chain(now -> cipher.close(order, now)).chain(this::queue);
    }

    /** Queues a webhook of an account, unless a webhook with this id was queued before. */
    @WithTransaction
    public Uni<Void> queueOnce(AccountWebhook webhook) {
        return queueOnce(webhook, this::queue);
    }

    /**
     * Stores a webhook of an account whose subscription is disabled, unless a webhook with this id was queued before.
     * It is not posted, but can be replayed later.
     *
     * @param code why it is not posted
     */
    @WithTransaction
    public Uni<Void> storeUnposted(AccountWebhook webhook, String code) {
        return queueOnce(webhook, delivery -> {
            delivery.fail(code);
            return deliveries.persist(delivery).replaceWithVoid();
        });
    }

    private Uni<Void> queueOnce(AccountWebhook webhook, Function<WebhookDelivery, Uni<Void>> store) {
        return deliveries
                .count("id", webhook.id())
                .chain(found -> found > 0
                        ? Uni.createFrom().voidItem()
                        : time.now()
                                .map(now -> new WebhookDelivery(webhook, now))
                                .chain(delivery -> store.apply(delivery)));
    }

    private Uni<Void> queue(WebhookDelivery delivery) {
        return deliveries
                .nextTurn(delivery.receiver())
                .invoke(delivery::takeTurn)
                .chain(() -> deliveries.persist(delivery))
                .replaceWithVoid();
    }
}
