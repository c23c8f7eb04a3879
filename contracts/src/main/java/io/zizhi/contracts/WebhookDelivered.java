package io.zizhi.contracts;

import java.time.Instant;

/**
 * The receiver of an account's webhook accepted a delivery with a status of 2xx. There is one event for each delivery,
 * and another one if it is accepted again after a replay.
 *
 * @param subscriptionId id of the webhook's subscription
 * @param accountId the account that owns it
 * @param deliveryId id of the delivery; the receiver got it as {@code webhook-id}
 * @param eventType type of the delivered event, for example {@code qualification.approved}
 * @param attempts number of attempts so far, the accepted one and those before a replay included
 * @param deliveredAt when the answer was recorded
 */
public record WebhookDelivered(
        long subscriptionId, String accountId, String deliveryId, String eventType, int attempts, Instant deliveredAt)
        implements WebhookEvent {}
