package io.zizhi.faults.suite.outside;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signatures of Standard Webhooks 1.0.0, written from {@code docs/webhooks.md} without any code of the service.
 *
 * @param secret {@code whsec_} and a key in base64
 */
record WebhookSignature(String secret) {

    private static final String PREFIX = "whsec_";
    private static final int KEY_BYTES = 32;
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    static WebhookSignature random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new WebhookSignature(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** Returns names and values of the headers in turn. */
    List<String> headers(String id, String body, Instant now) {
        String at = Long.toString(now.getEpochSecond());
        return List.of("webhook-id", id, "webhook-timestamp", at, "webhook-signature", sign(id, at, body));
    }

    boolean isGenuine(UnaryOperator<@Nullable String> header, String body, Instant now) {
        String id = header.apply("webhook-id");
        String at = header.apply("webhook-timestamp");
        String signatures = header.apply("webhook-signature");
        return id != null
                && signatures != null
                && at != null
                && at.matches("[0-9]{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(at)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0
                && List.of(signatures.split(" ", -1)).contains(sign(id, at, body));
    }

    private String sign(String id, String at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + at + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
