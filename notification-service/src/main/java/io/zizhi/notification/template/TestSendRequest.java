package io.zizhi.notification.template;

import io.zizhi.notification.sender.message.SmsLanguage;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A test message.
 *
 * @param phone mobile number of mainland China
 * @param language of the text
 * @param version number of the version, drafts included; the published one if omitted
 */
public record TestSendRequest(
        @NotNull(message = "FIELD_REQUIRED") @Size(max = 32, message = "FIELD_TOO_LONG")
        String phone,

        @NotNull(message = "FIELD_REQUIRED") SmsLanguage language,

        @Min(value = 1, message = "VERSION_INVALID")
        @Max(value = DraftTemplate.MOST, message = "VERSION_INVALID")
        @Nullable
        Integer version) {

    /** Omits the number. */
    @Override
    public String toString() {
        return "TestSendRequest[" + language + ", " + version + "]";
    }
}
