package io.zizhi.notification.sender;

/** Languages of the message texts. */
public enum SmsLanguage {
    ZH_CN,

    EN
}
