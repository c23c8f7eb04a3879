package io.zizhi.notification.webhook.subscription;

import io.zizhi.notification.webhook.Receiver;
import java.time.Instant;

/**
 * A challenge or test call that may begin.
 *
 * @param webhookId id of the webhook
 * @param version of the webhook; another one afterwards means that its URL may have changed
 * @param to the receiver
 * @param begunAt when its pauses began
 */
record Call(long webhookId, long version, Receiver to, Instant begunAt) {}
