package io.zizhi.notification.sender.message;

import io.zizhi.platform.privacy.personal.Phone;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to send.
 *
 * @param accountId account of the recipient, or {@code staff}; its key encrypts the message
 * @param to eleven digits
 * @param template text of the message
 * @param parameters of the template
 * @param subject object of the message, for example {@code qualification/1001}; published in events, so it must not
 *     be personal
 * @param usefulUntil not sent after this instant; null for the usual limit, {@code zizhi.sms.useful-for}
 * @param notBefore not sent before this instant; null for at once
 * @param language of the text; null for the language of the installation
 * @param version of the text; null for the published one
 */
public record SmsOrder(
        String accountId,
        Phone to,
        SmsTemplate template,
        Map<String, String> parameters,
        String subject,
        @Nullable Instant usefulUntil,
        @Nullable Instant notBefore,
        @Nullable SmsLanguage language,
        @Nullable Integer version) {

    /** Creates a message from the published text. */
    public SmsOrder(
            String accountId,
            Phone to,
            SmsTemplate template,
            Map<String, String> parameters,
            String subject,
            @Nullable Instant usefulUntil,
            @Nullable Instant notBefore,
            @Nullable SmsLanguage language) {
        this(accountId, to, template, parameters, subject, usefulUntil, notBefore, language, null);
    }

    /** Creates a message in the language of the installation. */
    public SmsOrder(
            String accountId,
            Phone to,
            SmsTemplate template,
            Map<String, String> parameters,
            String subject,
            @Nullable Instant usefulUntil,
            @Nullable Instant notBefore) {
        this(accountId, to, template, parameters, subject, usefulUntil, notBefore, null, null);
    }

    /** Creates a message to be sent at once. */
    public SmsOrder(
            String accountId,
            Phone to,
            SmsTemplate template,
            Map<String, String> parameters,
            String subject,
            @Nullable Instant usefulUntil) {
        this(accountId, to, template, parameters, subject, usefulUntil, null, null, null);
    }

    /** Omits the parameters, which may contain a code. */
    @Override
    public String toString() {
        return "SmsOrder[" + template + ", " + subject + "]";
    }
}
