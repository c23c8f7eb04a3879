package io.zizhi.notification.sender.inbox;

import io.zizhi.notification.sender.message.SmsTemplate;
import java.time.Instant;

/**
 * A message as shown to the operator.
 *
 * @param messageId 32 hexadecimal digits
 * @param phone the full number, which the operator searched for
 * @param text as the phone would have received it
 * @param template text of the message
 * @param sentAt when the message arrived in the inbox
 */
public record InboxMessageView(String messageId, String phone, String text, SmsTemplate template, Instant sentAt) {

    static InboxMessageView from(InboxMessage message, String phone, String text) {
        return new InboxMessageView(message.id(), phone, text, message.template(), message.sentAt());
    }

    /** Omits number and text, which may contain a code. */
    @Override
    public String toString() {
        return "InboxMessageView[" + messageId + ", " + template + "]";
    }
}
