package io.zizhi.notification.sender.message;

import io.zizhi.platform.privacy.personal.Phone;
import java.util.Map;

/**
 * A message as passed to a sender.
 *
 * @param messageId 32 hexadecimal digits, the same for every hand-over of a message; sent to the provider as the
 *     idempotency key, so that a repeated hand-over is delivered once
 * @param attempt number of the claim; later claims have greater numbers
 * @param to eleven digits
 * @param template text of the message
 * @param language of the text
 * @param parameters of the template, for providers that store the text
 * @param text the complete text, for providers that need no template
 */
public record Sms(
        String messageId,
        int attempt,
        Phone to,
        SmsTemplate template,
        SmsLanguage language,
        Map<String, String> parameters,
        String text) {

    /** Omits text and parameters, which may contain a code. */
    @Override
    public String toString() {
        return "Sms[" + messageId + "/" + attempt + ", " + template + "]";
    }
}
