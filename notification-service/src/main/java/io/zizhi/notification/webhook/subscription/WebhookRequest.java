package io.zizhi.notification.webhook.subscription;

import io.zizhi.notification.outbound.TargetUrl;
import io.zizhi.platform.http.problem.Problems;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A webhook to create or change.
 *
 * @param url https URL of the receiver, without user and fragment
 * @param eventTypes types of the events to post, for example {@code qualification.approved}
 * @param description for people, for example "Production"; at most 200 characters
 * @param enabled whether events are posted; true by default
 */
public record WebhookRequest(
        @NotBlank(message = "FIELD_REQUIRED") @Size(max = TargetUrl.MAX, message = "FIELD_TOO_LONG")
        String url,

        @NotEmpty(message = "FIELD_REQUIRED") @Size(max = 50, message = "TOO_MANY_ITEMS")
        List<@NotNull(message = "FIELD_REQUIRED") @Size(max = 50, message = "FIELD_TOO_LONG") String> eventTypes,

        @Size(max = 200, message = "FIELD_TOO_LONG")
        @Pattern(regexp = "\\P{Cntrl}*", message = "TEXT_INVALID")
        @Nullable
        String description,

        @Nullable Boolean enabled) {

    /** Returns the event types, without duplicates and in a fixed order; fails with 400 if one is unknown. */
    List<WebhookEventType> types() {
        for (int index = 0; index < eventTypes.size(); index++) {
            if (WebhookEventType.named(eventTypes.get(index)).isEmpty()) {
                throw Problems.badRequest(
                        "EVENT_TYPE_UNKNOWN",
                        "/eventTypes/" + index,
                        "Unknown event type. Use one of the documentation, such as qualification.approved.");
            }
        }
        return eventTypes.stream()
                .flatMap(type -> WebhookEventType.named(type).stream())
                .distinct()
                .sorted()
                .toList();
    }

    String descriptionOrEmpty() {
        return Objects.requireNonNullElse(description, "");
    }

    boolean enabledOrDefault() {
        return enabled == null || enabled;
    }

    /** Omits the URL, whose path may be a secret. */
    @Override
    public String toString() {
        return "WebhookRequest" + eventTypes;
    }
}
