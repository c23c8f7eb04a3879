package io.zizhi.notification.sender.inbox;

import io.zizhi.notification.sender.SmsTemplate;
import java.time.Instant;

/**
 * A message as the operator reads it.
 *
 * @param messageId 32 hexadecimal digits
 * @param phone in full: the operator asked by it
 * @param text as it would have reached the phone
 * @param template which text
 * @param sentAt when
 */
public record InboxMessageView(String messageId, String phone, String text, SmsTemplate template, Instant sentAt) {

    static InboxMessageView from(InboxMessage message, String phone, String text) {
        return new InboxMessageView(message.id(), phone, text, message.template(), message.sentAt());
    }

    /** Without number and text: the text may hold a code. */
    @Override
    public String toString() {
        return "InboxMessageView[" + messageId + ", " + template + "]";
    }
}
