package io.zizhi.notification.webhook.subscription;

/** Why a webhook is disabled. */
public enum DisabledReason {
    /** The account disabled it. */
    BY_OWNER,

    /** The receiver answered 410. */
    GONE,

    /** The receiver accepted nothing for five days. */
    FAILING
}
