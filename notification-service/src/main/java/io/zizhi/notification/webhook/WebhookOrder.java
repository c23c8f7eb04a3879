package io.zizhi.notification.webhook;

/**
 * A webhook to deliver.
 *
 * @param id receivers detect duplicates by it; the same cause always has the same id, at most 64 characters
 * @param accountId account whose key encrypts the target
 * @param to receiver
 * @param body JSON without personal data
 */
public record WebhookOrder(String id, String accountId, Receiver to, String body) {}
