package io.zizhi.platform.identity.stepup;

import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * How and when the person behind a token signed in.
 *
 * @param at from the claim {@code auth_time}; null if it is missing or malformed
 * @param acr from the claim {@code acr}; null if it is missing or malformed
 */
record SignIn(@Nullable Instant at, @Nullable String acr) {

    static SignIn of(JsonWebToken token) {
        Object seconds = token.getClaim("auth_time");
        Object acr = token.getClaim("acr");
        return new SignIn(
                // Quarkus returns 0 for a missing claim.
                seconds instanceof Long time && time > 0 ? Instant.ofEpochSecond(time) : null,
                acr instanceof String value ? value : null);
    }
}
