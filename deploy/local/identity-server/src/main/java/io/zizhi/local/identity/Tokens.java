package io.zizhi.local.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues tokens with the claims that Zizhi's services read. */
final class Tokens {

    /** The audience of users' tokens. */
    private static final String AUDIENCE = "zizhi";

    static final Duration USER_LIFETIME = Duration.ofHours(1);
    static final Duration SERVICE_LIFETIME = Duration.ofMinutes(5);

    private final String issuer;
    private final SigningKey key;
    private final Clock clock;

    Tokens(String issuer, SigningKey key, Clock clock) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    /** Returns the time of a login that happens now. */
    Instant now() {
        return clock.instant();
    }

    String forUser(SignIn signIn, String clientId) {
        User user = signIn.user();
        JWTClaimsSet.Builder claims = signedIn(signIn, List.of(AUDIENCE))
                .claim("azp", clientId)
                .claim("preferred_username", user.name())
                .claim("roles", user.roles());
        if (user.account() != null) {
            claims.claim("account", user.account());
        }
        return key.sign(claims.build());
    }

    String forService(Client client, List<String> audiences) {
        JWTClaimsSet.Builder claims = claims(client.id(), audiences, SERVICE_LIFETIME)
                .claim("azp", client.id())
                .claim("preferred_username", client.id())
                .claim("roles", client.roles());
        if (!client.carriers().isEmpty()) {
            claims.claim("carriers", client.carriers());
        }
        return key.sign(claims.build());
    }

    /** Returns an ID token, which proves the login to the client that requested it. It gives access to no service. */
    String identity(SignIn signIn, String clientId, @Nullable String nonce) {
        JWTClaimsSet.Builder claims = signedIn(signIn, List.of(clientId))
                .claim("preferred_username", signIn.user().name());
        if (nonce != null) {
            claims.claim("nonce", nonce);
        }
        return key.sign(claims.build());
    }

    private JWTClaimsSet.Builder signedIn(SignIn signIn, List<String> audiences) {
        return claims(signIn.user().name(), audiences, USER_LIFETIME)
                .claim("auth_time", signIn.at().getEpochSecond())
                .claim("acr", signIn.acr());
    }

    private JWTClaimsSet.Builder claims(String subject, List<String> audiences, Duration lifetime) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(audiences)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(UUID.randomUUID().toString());
    }
}
