package io.zizhi.notification.outbound;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.Map;

/**
 * Headers of Standard Webhooks 1.0.0. They let a receiver verify the sender, reject old requests and detect duplicates.
 */
public final class Signature {

    private Signature() {}

    /**
     * @param id the same for every attempt
     * @param body exactly as posted
     * @param now time of this attempt, sent as Unix seconds; receivers reject a webhook about five minutes off their
     *     clock
     */
    public static Map<String, String> headers(String id, String body, String secret, Instant now) {
        try {
            return Map.of(
                    Webhook.UNBRANDED_MSG_ID_KEY,
                    id,
                    Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
                    Long.toString(now.getEpochSecond()),
                    Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
                    new Webhook(secret).sign(id, now.getEpochSecond(), body));
        } catch (WebhookSigningException | EmptyWebhookSecretException failure) {
            throw new IllegalStateException("A request could not be signed", failure);
        }
    }
}
