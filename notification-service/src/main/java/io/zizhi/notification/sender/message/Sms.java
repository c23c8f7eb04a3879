package io.zizhi.notification.sender.message;

import io.zizhi.platform.privacy.personal.Phone;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param version of the text; null if an earlier release queued the message
 */
public record Sms(
        String messageId,
        int attempt,
        Phone to,
        SmsTemplate template,
        SmsLanguage language,
        Map<String, String> parameters,
        String text,
        @Nullable Integer version) {

    /** Creates a message whose version is not known. */
    public Sms(
            String messageId,
            int attempt,
            Phone to,
            SmsTemplate template,
            SmsLanguage language,
            Map<String, String> parameters,
            String text) {
        this(messageId, attempt, to, template, language, parameters, text, null);
    }

    /** Omits text and parameters, which may contain a code. */
    @Override
    public String toString() {
        return "Sms[" + messageId + "/" + attempt + ", " + template + "]";
    }
}
