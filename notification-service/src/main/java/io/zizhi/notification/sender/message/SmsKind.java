package io.zizhi.notification.sender.message;

/** What a message is for. It decides when the message is sent. */
public enum SmsKind {
    /** A person waits for it. */
    CODE,

    /** To applicants; it waits during the quiet hours. */
    NOTICE,

    /** To staff who watch the review clock. */
    ALERT
}
