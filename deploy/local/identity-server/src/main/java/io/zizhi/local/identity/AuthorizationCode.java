package io.zizhi.local.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of a login, which the token request must match.
 *
 * @param challenge PKCE: base64url of the SHA-256 of the verifier
 * @param expiresAt when it expires, at most a minute after the login; a code is valid once
 */
record AuthorizationCode(
        SignIn signIn,
        String clientId,
        String redirectUri,
        String challenge,
        @Nullable String nonce,
        Instant expiresAt) {}
