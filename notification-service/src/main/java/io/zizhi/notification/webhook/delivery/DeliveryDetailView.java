package io.zizhi.notification.webhook.delivery;

import java.util.List;

/**
 * A delivery with its body and its attempts.
 *
 * @param delivery the delivery
 * @param body exactly as posted
 * @param attempts newest first, at most 100
 */
public record DeliveryDetailView(DeliveryView delivery, String body, List<AttemptView> attempts) {}
