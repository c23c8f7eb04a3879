package io.zizhi.notification.webhook;

/**
 * A webhook to deliver.
 *
 * @param id at most 64 characters; the same for the same cause, so that receivers detect duplicates
 * @param accountId account whose key encrypts the target
 * @param to receiver
 * @param body JSON without personal data
 */
public record WebhookOrder(String id, String accountId, Receiver to, String body) {}
