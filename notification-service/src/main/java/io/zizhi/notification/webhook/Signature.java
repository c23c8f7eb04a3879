package io.zizhi.notification.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.Map;

/** The headers by which a receiver knows that a webhook is ours, that it is recent, and whether it has it already. */
final class Signature {

    private Signature() {}

    /**
     * @param id the same for every try
     * @param body exactly what is posted
     * @param now instant of this try, to the second; receivers refuse what is five minutes off
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
