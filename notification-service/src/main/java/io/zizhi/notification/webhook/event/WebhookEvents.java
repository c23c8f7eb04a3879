package io.zizhi.notification.webhook.event;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import io.zizhi.notification.webhook.AccountWebhook;
import io.zizhi.notification.webhook.QueueWebhook;
import io.zizhi.notification.webhook.subscription.WebhookEventType;
import io.zizhi.notification.webhook.subscription.WebhookSubscription;
import io.zizhi.notification.webhook.subscription.WebhookSubscriptionRepository;
import io.zizhi.notification.webhook.subscription.WebhookSubscriptionStatus;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.inbox.Reaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Queues an event for the webhooks of its account. Runs in the transaction that receives the event. */
@ApplicationScoped
public class WebhookEvents {

    private final WebhookSubscriptionRepository webhooks;
    private final QueueWebhook queue;
    private final EventBodies bodies;

    WebhookEvents(WebhookSubscriptionRepository webhooks, QueueWebhook queue, EventBodies bodies) {
        this.webhooks = webhooks;
        this.queue = queue;
        this.bodies = bodies;
    }

    /** Returns a reaction that queues the event for webhooks, and then calls {@code act}. */
    public <E extends Event> Reaction<E> reaction(Class<E> event, Function<E, Uni<Void>> act) {
        return new Reaction<>() {
            @Override
            public Class<E> event() {
                return event;
            }

            @Override
            public Uni<Void> react(E happened, EventContext context) {
                return queue(happened, context).chain(() -> act.apply(happened));
            }
        };
    }

    private Uni<Void> queue(Event event, EventContext context) {
        WebhookEventType type = WebhookEventType.of(event);
        EventBody body = bodies.of(type, event, context);
        return webhooks.ofAccount(body.accountId())
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .filter(webhook -> webhook.takes(type))
                .onItem()
                .transformToUniAndConcatenate(webhook -> queue(webhook, webhookOf(webhook, type, context, body.json())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> queue(WebhookSubscription webhook, AccountWebhook event) {
        return webhook.status() == WebhookSubscriptionStatus.DISABLED
                ? queue.storeUnposted(event, "WEBHOOK_DISABLED")
                : queue.queueOnce(event);
    }

    private static AccountWebhook webhookOf(
            WebhookSubscription webhook, WebhookEventType type, EventContext context, String body) {
        return new AccountWebhook(
                "msg_" + context.eventId() + "_" + webhook.id(),
                webhook.accountId(),
                webhook.id(),
                webhook.receiver(),
                type.type(),
                body);
    }
}
