package io.zizhi.notification.staff.notice;

/** Where a notice to staff stands. */
public enum NoticeStatus {
    /** Reviews are gathered (收集中). */
    COLLECTING,

    /** It is on its way (发送中). */
    SENDING,

    /** It was taken over (已发送). */
    SENT,

    /** Nobody will get it (发送失败). */
    FAILED,

    /** Nobody knows whether it was taken over (结果不明). */
    UNKNOWN,

    /** Its subscription was deleted before it was told (已取消). */
    CANCELLED
}
