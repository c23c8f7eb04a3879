package io.zizhi.notification.webhook;

/** Where a webhook stands. */
public enum WebhookStatus {
    /** It is to be posted, or posted again. */
    QUEUED,

    /** The receiver took it. */
    DELIVERED,

    /** It will not be posted again. */
    FAILED
}
