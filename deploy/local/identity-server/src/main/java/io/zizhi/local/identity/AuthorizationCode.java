package io.zizhi.local.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a login has established and the token request must match.
 *
 * @param challenge PKCE: base64url of the SHA-256 of the verifier
 * @param expiresAt a code serves once, and within a minute
 */
record AuthorizationCode(
        User user,
        String clientId,
        String redirectUri,
        String challenge,
        @Nullable String nonce,
        Instant expiresAt) {}
