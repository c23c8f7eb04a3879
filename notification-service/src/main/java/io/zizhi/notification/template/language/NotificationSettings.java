package io.zizhi.notification.template.language;

import io.zizhi.notification.sender.message.SmsLanguage;
import jakarta.validation.constraints.NotNull;

/**
 * How an account is notified.
 *
 * @param language of notices, and of phone codes whose request prefers none
 */
public record NotificationSettings(
        @NotNull(message = "FIELD_REQUIRED") SmsLanguage language) {}
