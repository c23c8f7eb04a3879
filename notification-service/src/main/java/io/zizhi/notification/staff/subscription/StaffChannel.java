package io.zizhi.notification.staff.subscription;

/** Channels of notices to staff. */
public enum StaffChannel {
    /** A text to a mobile number (短信). */
    SMS,

    /** A signed request to a URL, as defined by Standard Webhooks 1.0.0. */
    WEBHOOK
}
