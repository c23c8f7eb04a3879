package io.zizhi.notification.template;

import io.zizhi.notification.sender.message.MessageParts;
import io.zizhi.notification.sender.message.SmsEncoding;

/**
 * The size of a text as a message.
 *
 * @param encoding that the text needs
 * @param characters Unicode characters, as people count them
 * @param segments messages that are sent and charged
 */
public record SmsSize(SmsEncoding encoding, int characters, int segments) {

    public static SmsSize of(String text) {
        return new SmsSize(SmsEncoding.of(text), text.codePointCount(0, text.length()), MessageParts.of(text));
    }
}
