package io.zizhi.notification.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Headers of Standard Webhooks 1.0.0. They let a receiver verify the sender, reject old requests and detect duplicates.
 * Requests to this service are verified the same way.
 */
public final class Signature {

    /** How far the time of a request may be off the clock of its receiver. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Signature() {}

    /** Returns the headers of a request that is signed with one secret. */
    public static Map<String, String> headers(String id, String body, String secret, Instant now) {
        return headers(id, body, List.of(secret), now);
    }

    /**
     * Returns the headers of a request that is signed with each of the secrets.
     *
     * @param id the same for every attempt
     * @param body exactly as posted
     * @param secrets one, or during a rotation the new and the old one; the header then has a signature of each
     * @param now time of this attempt, sent as Unix seconds; receivers reject a webhook about five minutes off their
     *     clock
     */
    public static Map<String, String> headers(String id, String body, List<String> secrets, Instant now) {
        return Map.of(
                Webhook.UNBRANDED_MSG_ID_KEY,
                id,
                Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
                Long.toString(now.getEpochSecond()),
                Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
                secrets.stream().map(secret -> sign(secret, id, body, now)).collect(Collectors.joining(" ")));
    }

    private static String sign(String secret, String id, String body, Instant now) {
        try {
            return new Webhook(secret).sign(id, now.getEpochSecond(), body);
        } catch (WebhookSigningException | EmptyWebhookSecretException failure) {
            throw new IllegalStateException("A request could not be signed", failure);
        }
    }

    /**
     * Returns whether the holder of the secret signed the body within the last five minutes.
     *
     * @param header returns the value of a header; null without it
     * @param body exactly as received
     */
    public static boolean isGenuine(UnaryOperator<@Nullable String> header, String body, String secret, Instant now) {
        String id = header.apply(Webhook.UNBRANDED_MSG_ID_KEY);
        String timestamp = header.apply(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY);
        String signatures = header.apply(Webhook.UNBRANDED_MSG_SIGNATURE_KEY);
        if (id == null || signatures == null || timestamp == null || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        byte[] expected = sign(secret, id, body, sent).getBytes(UTF_8);
        return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0
                && Stream.of(signatures.split(" ", -1))
                        .anyMatch(signature -> MessageDigest.isEqual(expected, signature.getBytes(UTF_8)));
    }
}
