package io.zizhi.notification.webhook;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a webhook so far.
 *
 * @param status of the webhook
 * @param attempts number of attempts
 * @param failureCode reason of the last failed attempt; null if none failed, or a later one succeeded
 */
public record WebhookOutcome(
        WebhookStatus status, int attempts, @Nullable String failureCode) {}
