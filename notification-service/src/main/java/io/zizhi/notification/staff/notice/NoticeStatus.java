package io.zizhi.notification.staff.notice;

/** Status of a notice to staff. */
public enum NoticeStatus {
    /** Reviews are being collected (收集中). */
    COLLECTING,

    /** The notice is being sent (发送中). */
    SENDING,

    /** The provider or receiver has accepted the notice (已发送). */
    SENT,

    /** The notice was not delivered (发送失败). */
    FAILED,

    /** It is unknown whether the notice was delivered (结果不明). */
    UNKNOWN,

    /** The subscription was deleted before the notice was sent (已取消). */
    CANCELLED
}
