package io.zizhi.notification.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What became of a webhook so far.
 *
 * @param status where it stands
 * @param attempts how often it was tried
 * @param failureCode what came of the last try that did not succeed; null where none failed, or one succeeded after it
 */
public record WebhookOutcome(
        WebhookStatus status, int attempts, @Nullable String failureCode) {}
