package io.zizhi.notification.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Receiver of webhooks.
 *
 * @param url target of the webhooks; its path may be a secret
 * @param secret secret that signs the webhooks: {@code whsec_} and 32 bytes in base64
 */
public record Receiver(String url, String secret) {

    private static final int SECRET_BYTES = 32;

    /** Returns a new random secret for one receiver. */
    public static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    /** Omits URL and secret. */
    @Override
    public String toString() {
        return "Receiver";
    }
}
