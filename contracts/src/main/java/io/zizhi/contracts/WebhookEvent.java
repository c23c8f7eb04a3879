package io.zizhi.contracts;

/**
 * An event about a webhook of an account, published by notification-service on {@link Topics#NOTIFICATION}. Ids of
 * messages are longer, so an id never names both.
 */
public sealed interface WebhookEvent extends Event permits WebhookDelivered, WebhookDisabled {

    long subscriptionId();

    @Override
    default String aggregateId() {
        return Long.toString(subscriptionId());
    }

    @Override
    default EventType type() {
        return switch (this) {
            case WebhookDelivered event -> EventType.WEBHOOK_DELIVERED;
            case WebhookDisabled event -> EventType.WEBHOOK_DISABLED;
        };
    }
}
