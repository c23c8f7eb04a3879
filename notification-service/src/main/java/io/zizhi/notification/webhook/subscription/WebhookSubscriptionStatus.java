package io.zizhi.notification.webhook.subscription;

/** Status of an account's webhook. */
public enum WebhookSubscriptionStatus {
    /** The receiver has not yet echoed a challenge at the current URL. */
    PENDING_VERIFICATION,

    /** Events are posted. */
    ENABLED,

    /** Events are stored as failed deliveries, which can be replayed. */
    DISABLED
}
