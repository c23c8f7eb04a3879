package io.zizhi.notification.webhook;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a webhook so far.
 *
 * @param status of the webhook
 * @param attempts number of attempts
 * @param failureCode reason of the last failed attempt; null if no attempt failed or a later attempt succeeded
 */
public record WebhookOutcome(
        WebhookStatus status, int attempts, @Nullable String failureCode) {}
