package io.zizhi.notification.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook of the account.
 *
 * @param id id of the webhook
 * @param version for {@code If-Match} of the next change
 * @param url of the receiver
 * @param eventTypes types of the events that are posted
 * @param description for people
 * @param status of the webhook
 * @param disabledReason why it is disabled; absent unless it is
 * @param disabledAt when it was disabled; absent unless it is
 * @param verifiedAt when a receiver first echoed a challenge; absent before. Events before are not posted
 * @param failingSince first failed attempt since the last accepted webhook; absent if there is none
 * @param secret that signs the webhooks; shown once, when it is created or rotated
 * @param previousSecretUntil until when the previous secret signs too; absent if it does not
 * @param createdAt when it was created
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookView(
        long id,
        long version,
        String url,
        List<String> eventTypes,
        String description,
        WebhookSubscriptionStatus status,
        @Nullable DisabledReason disabledReason,
        @Nullable Instant disabledAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant failingSince,
        @Nullable String secret,
        @Nullable Instant previousSecretUntil,
        Instant createdAt) {

    static WebhookView from(WebhookSubscription webhook, String url, @Nullable String secret, Instant now) {
        return new WebhookView(
                webhook.id(),
                webhook.version(),
                url,
                webhook.eventTypes(),
                webhook.description(),
                webhook.status(),
                webhook.disabledReason(),
                webhook.disabledAt(),
                webhook.verifiedAt(),
                webhook.failingSince(),
                secret,
                webhook.overlapEnd(now),
                webhook.createdAt());
    }

    /** Omits URL and secret. */
    @Override
    public String toString() {
        return "WebhookView[" + id + ", " + status + "]";
    }
}
