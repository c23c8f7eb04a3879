package io.zizhi.notification.staff.notice;

/** Status of a notice to staff. */
public enum NoticeStatus {
    /** Reviews are being collected (收集中). */
    COLLECTING,

    /** It is being sent (发送中). */
    SENDING,

    /** The provider or receiver has accepted it (已发送). */
    SENT,

    /** It was not delivered (发送失败). */
    FAILED,

    /** It is unknown whether the notice was delivered (结果不明). */
    UNKNOWN,

    /** Its subscription was deleted before it was sent (已取消). */
    CANCELLED
}
