package io.zizhi.notification.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.Map;

/** Headers that let a receiver verify the sender, reject old webhooks and detect duplicates. */
final class Signature {

    private Signature() {}

    /**
     * @param id the same for every attempt
     * @param body exactly as posted
     * @param now time of this attempt, sent as Unix seconds; receivers reject a webhook whose time differs from their
     *     clock by more than about five minutes
     */
    static Map<String, String> headers(String id, String body, String secret, Instant now) {
        try {
            return Map.of(
                    Webhook.UNBRANDED_MSG_ID_KEY,
                    id,
                    Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
                    Long.toString(now.getEpochSecond()),
                    Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
                    new Webhook(secret).sign(id, now.getEpochSecond(), body));
        } catch (WebhookSigningException | EmptyWebhookSecretException failure) {
            throw new IllegalStateException("A webhook could not be signed", failure);
        }
    }
}
