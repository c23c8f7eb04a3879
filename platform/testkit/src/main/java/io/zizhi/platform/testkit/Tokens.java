package io.zizhi.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Bearer tokens from the OIDC server, cached for some minutes, as a real client does. */
public final class Tokens {

    /** Less than the five minutes for which a service token is valid. */
    private static final Duration KEPT = Duration.ofMinutes(3);

    private static final Map<String, Issued> ISSUED = new ConcurrentHashMap<>();

    private Tokens() {}

    /** Returns the token of a demo user, for example {@code applicant-a}. */
    public static String of(String user) {
        return kept(user, () -> Running.get().identity().userToken(user));
    }

    /**
     * Makes {@code account} the name of a user, the only applicant of that account, for tests that use up an account.
     * The OIDC server does not know the user, so the token cannot be renewed.
     */
    public static void introduce(String account) {
        String token = signed(claims -> {
            claims.setSubject(account);
            claims.setStringClaim("account", account);
        });
        ISSUED.put(account, new Issued(token, System.nanoTime()));
    }

    /** Returns the token with which {@code service} calls {@code audience}. */
    public static String service(String service, String audience) {
        return kept(service + " for " + audience, () -> Running.get().identity().serviceToken(service, audience));
    }

    /**
     * Returns an applicant's token with {@code change} applied to its claims, signed by the OIDC server. Simulates an
     * identity provider with a wrong mapping.
     */
    public static String signed(Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(Running.get().identity().issuer());
        claims.setAudience("zizhi");
        claims.setSubject("applicant-a");
        claims.setStringListClaim("roles", List.of("applicant"));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture((float) KEPT.toMinutes());
        change.accept(claims);
        try {
            return sign(claims.toJson());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String sign(String claims) throws IOException, JoseException {
        Path file = Running.get().folder().resolve("data/identity/signing-key.json");
        RsaJsonWebKey key = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file));
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims);
        token.setAlgorithmHeaderValue("RS256");
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getPrivateKey());
        return token.getCompactSerialization();
    }

    private static String kept(String key, Supplier<String> issue) {
        Issued issued = ISSUED.get(key);
        if (issued == null || System.nanoTime() - issued.atNanos() > KEPT.toNanos()) {
            issued = new Issued(issue.get(), System.nanoTime());
            ISSUED.put(key, issued);
        }
        return issued.token();
    }

    private record Issued(String token, long atNanos) {}
}
