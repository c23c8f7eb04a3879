package io.zizhi.notification.webhook.event;

/**
 * The body of a webhook about an event.
 *
 * @param accountId account that the event concerns
 * @param json the body
 */
record EventBody(String accountId, String json) {}
