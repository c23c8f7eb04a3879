package io.zizhi.local.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The authorization codes of logins in progress. */
final class AuthorizationCodes {

    private static final Duration LIFETIME = Duration.ofMinutes(1);

    private final Map<String, AuthorizationCode> codes = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    AuthorizationCodes(Clock clock) {
        this.clock = clock;
    }

    /** Returns the code of a login that happens now. */
    String issue(User user, String acr, String clientId, String redirectUri, String challenge, @Nullable String nonce) {
        codes.values().removeIf(code -> code.expiresAt().isBefore(clock.instant()));
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        codes.put(
                value,
                new AuthorizationCode(
                        new SignIn(user, clock.instant(), acr),
                        clientId,
                        redirectUri,
                        challenge,
                        nonce,
                        clock.instant().plus(LIFETIME)));
        return value;
    }

    /** Removes the code even if the other parameters do not match: a code is valid for one attempt only. */
    AuthorizationCode redeem(String value, String clientId, String redirectUri, String verifier) throws Refusal {
        AuthorizationCode code = codes.remove(value);
        if (code == null
                || code.expiresAt().isBefore(clock.instant())
                || !code.clientId().equals(clientId)
                || !code.redirectUri().equals(redirectUri)
                || !code.challenge().equals(challengeOf(verifier))) {
            throw Refusal.invalidGrant("The code is unknown, used or expired, or belongs to another client");
        }
        return code;
    }

    static String challengeOf(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
