package io.zizhi.notification.webhook;

/**
 * A webhook to be delivered.
 *
 * @param id by which receivers know it; the same cause always gives the same id, at most 64 characters
 * @param accountId whose key encrypts where it goes
 * @param to who gets it
 * @param body JSON, which holds no personal data
 */
public record WebhookOrder(String id, String accountId, Receiver to, String body) {}
