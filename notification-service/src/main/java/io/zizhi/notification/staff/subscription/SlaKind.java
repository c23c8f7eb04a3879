package io.zizhi.notification.staff.subscription;

/** What the review clock can do to a review. */
public enum SlaKind {
    /** The warning (预警): most of the target is used up. */
    WARNED,

    /** The breach (超时): the target is used up. */
    BREACHED,

    /** The escalation (升级): the target is long used up. */
    ESCALATED
}
