package io.zizhi.notification.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Who gets webhooks.
 *
 * @param url where they are posted; its path may be a secret
 * @param secret by which they are signed: {@code whsec_} and 32 bytes in base64
 */
public record Receiver(String url, String secret) {

    private static final int SECRET_BYTES = 32;

    /** A new secret, for one receiver only. */
    public static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    /** Without either. */
    @Override
    public String toString() {
        return "Receiver";
    }
}
