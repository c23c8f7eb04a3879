package io.zizhi.notification.staff.subscription;

import io.zizhi.contracts.ReviewSubject;
import io.zizhi.notification.outbound.TargetUrl;
import io.zizhi.notification.sender.message.SmsLanguage;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to create or change.
 *
 * @param name display name, for example "Night shift"; 1 to 60 characters, unique
 * @param kinds of alerts: warnings, breaches, escalations
 * @param policies clock policies of the reviews, for example {@code STANDARD}; omit or leave empty for all
 * @param subjects of the reviews; omit or leave empty for all
 * @param channel of the notices; cannot be changed
 * @param phone mobile number of mainland China, for SMS; omit it in a change to keep the current one
 * @param url https URL, for a webhook; omit it in a change to keep the current one
 * @param language of the notices; Chinese by default
 * @param windowMinutes how long alerts are collected into one notice, in minutes, 1 to 60; 5 by default
 */
public record StaffSubscriptionRequest(
        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = 60, message = "FIELD_TOO_LONG")
        @Pattern(regexp = "\\P{Cntrl}*", message = "TEXT_INVALID")
        String name,

        @NotEmpty(message = "FIELD_REQUIRED") @Size(max = 10, message = "TOO_MANY_ITEMS")
        List<@NotNull(message = "FIELD_REQUIRED") SlaKind> kinds,

        @Size(max = 20, message = "TOO_MANY_ITEMS") @Nullable
        List<
                        @NotNull(message = "FIELD_REQUIRED")
                        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,49}", message = "POLICY_INVALID") String>
                policies,

        @Size(max = 10, message = "TOO_MANY_ITEMS") @Nullable
        List<@NotNull(message = "FIELD_REQUIRED") ReviewSubject> subjects,

        @NotNull(message = "FIELD_REQUIRED") StaffChannel channel,

        @Size(max = 32, message = "FIELD_TOO_LONG") @Nullable
        String phone,

        @Size(max = TargetUrl.MAX, message = "FIELD_TOO_LONG") @Nullable
        String url,

        @Nullable SmsLanguage language,

        @Min(value = 1, message = "WINDOW_INVALID") @Max(value = 60, message = "WINDOW_INVALID") @Nullable
        Integer windowMinutes) {

    private static final int DEFAULT_WINDOW_MINUTES = 5;

    Choice choice() {
        return new Choice(
                Set.copyOf(kinds),
                Set.copyOf(Objects.requireNonNullElse(policies, List.of())),
                Set.copyOf(Objects.requireNonNullElse(subjects, List.of())));
    }

    SmsLanguage languageOrDefault() {
        return Objects.requireNonNullElse(language, SmsLanguage.ZH_CN);
    }

    int windowMinutesOrDefault() {
        return Objects.requireNonNullElse(windowMinutes, DEFAULT_WINDOW_MINUTES);
    }

    /** Omits number and URL. */
    @Override
    public String toString() {
        return "StaffSubscriptionRequest[" + channel + ", " + kinds + "]";
    }
}
