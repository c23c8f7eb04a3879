package io.zizhi.notification.staff.subscription;

/** Kinds of review alerts. */
public enum SlaKind {
    /** Warning (预警): most of the target time is used. */
    WARNED,

    /** Breach (超时): the target time is used up. */
    BREACHED,

    /** Escalation (升级): the review is still undecided well beyond its target time. */
    ESCALATED
}
