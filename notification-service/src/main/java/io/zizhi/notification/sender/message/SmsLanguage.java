package io.zizhi.notification.sender.message;

/** Languages of the message texts. */
public enum SmsLanguage {
    ZH_CN,

    EN
}
