package io.zizhi.notification.sender;

import io.zizhi.platform.privacy.personal.Phone;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent.
 *
 * @param accountId whose applicant is told, or {@code staff}; its key encrypts the message
 * @param to eleven digits
 * @param template which text
 * @param parameters of the template
 * @param subject what it is about, for example {@code qualification/1001}; goes into events, so nothing personal
 * @param usefulUntil after this instant it is not sent any more; null where it is always of use
 * @param notBefore before this instant it is not sent; null where it is sent at once
 * @param language of the text; null for the language of the installation
 */
public record SmsOrder(
        String accountId,
        Phone to,
        SmsTemplate template,
        Map<String, String> parameters,
        String subject,
        @Nullable Instant usefulUntil,
        @Nullable Instant notBefore,
        @Nullable SmsLanguage language) {

    /** A message in the language of the installation. */
    public SmsOrder(
            String accountId,
            Phone to,
            SmsTemplate template,
            Map<String, String> parameters,
            String subject,
            @Nullable Instant usefulUntil,
            @Nullable Instant notBefore) {
        this(accountId, to, template, parameters, subject, usefulUntil, notBefore, null);
    }

    /** A message to be sent at once. */
    public SmsOrder(
            String accountId,
            Phone to,
            SmsTemplate template,
            Map<String, String> parameters,
            String subject,
            @Nullable Instant usefulUntil) {
        this(accountId, to, template, parameters, subject, usefulUntil, null, null);
    }

    /** Without the parameters: they may hold a code. */
    @Override
    public String toString() {
        return "SmsOrder[" + template + ", " + subject + "]";
    }
}
