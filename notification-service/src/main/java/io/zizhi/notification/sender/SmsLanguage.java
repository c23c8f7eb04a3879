package io.zizhi.notification.sender;

/** The languages that every text is written in. */
public enum SmsLanguage {
    /** Simplified Chinese. */
    ZH_CN,

    /** English. */
    EN
}
