package io.zizhi.faults.driver;

import io.zizhi.e2e.Api;
import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.suite.IdentityClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/** The internal endpoints for signature systems, and their tokens. Use it in one thread only. */
public final class SignatureAccess {

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    /** Age at which a token is renewed: less than the five minutes for which it is valid. */
    private static final long RENEW_AFTER_NANOS = Duration.ofMinutes(3).toNanos();

    private final URI root;
    private final IdentityClient identity;
    private Api api;
    private long since;

    /** @param internal address of qualification-service's internal endpoints */
    public SignatureAccess(URI internal, IdentityClient identity) {
        this.root = URI.create(internal + "/internal/v1/signatures");
        this.identity = identity;
        this.api = signIn();
        this.since = System.nanoTime();
    }

    /**
     * Returns the API with a valid token. If the OIDC server does not answer, fails like a request without an answer.
     */
    Api api() {
        if (System.nanoTime() - since > RENEW_AFTER_NANOS) {
            try {
                api = signIn();
            } catch (LocalFailure failure) {
                throw new UncheckedIOException(new IOException(failure));
            }
            since = System.nanoTime();
        }
        return api;
    }

    URI at(String path) {
        return URI.create(root + path);
    }

    private Api signIn() {
        return new Api(identity.serviceToken(IdentityClient.SIGNATURE_SYSTEM, "qualification-service"), PATIENCE);
    }
}
