package io.zizhi.notification.sender;

import io.zizhi.platform.privacy.personal.Phone;
import java.util.Map;

/**
 * One message as a sender gets it.
 *
 * @param messageId 32 hexadecimal digits, the same for every hand-over of a message; goes to the provider as its idempotency
 *     key, so that a second hand-over reaches nobody
 * @param attempt which claim hands it over; a later one has a greater number
 * @param to eleven digits
 * @param template which text
 * @param language of the text
 * @param parameters of the template, for senders whose provider holds the text
 * @param text finished, for senders that send it as it is
 */
public record Sms(
        String messageId,
        int attempt,
        Phone to,
        SmsTemplate template,
        SmsLanguage language,
        Map<String, String> parameters,
        String text) {

    /** Without text and parameters: they may hold a code. */
    @Override
    public String toString() {
        return "Sms[" + messageId + "/" + attempt + ", " + template + "]";
    }
}
