package io.zizhi.notification.webhook;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * Receiver of webhooks.
 *
 * @param url target of the webhooks; its path may be a secret
 * @param secrets secrets that sign the webhooks, the current one first: {@code whsec_} and 32 bytes in base64
 */
public record Receiver(String url, List<String> secrets) {

    private static final int SECRET_BYTES = 32;

    public Receiver {
        secrets = List.copyOf(secrets);
    }

    public Receiver(String url, String secret) {
        this(url, List.of(secret));
    }

    /** Returns a new random secret for one receiver. */
    public static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    /** Returns the current secret. */
    String secret() {
        return secrets.getFirst();
    }

    /** Omits URL and secrets. */
    @Override
    public String toString() {
        return "Receiver";
    }
}
