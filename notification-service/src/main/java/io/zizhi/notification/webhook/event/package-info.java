/**
 * Queues the events of an account for its webhooks, in the transaction that receives the event. The id of a webhook
 * follows from event and subscription, so an event that arrives again queues nothing.
 */
@NullMarked
package io.zizhi.notification.webhook.event;

import org.jspecify.annotations.NullMarked;
