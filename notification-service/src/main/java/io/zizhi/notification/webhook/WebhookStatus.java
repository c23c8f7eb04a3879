package io.zizhi.notification.webhook;

/** Status of a webhook. */
public enum WebhookStatus {
    /** Waits for its first or next attempt. */
    QUEUED,

    /** The receiver has accepted the webhook. */
    DELIVERED,

    /** The webhook will not be posted again. */
    FAILED
}
