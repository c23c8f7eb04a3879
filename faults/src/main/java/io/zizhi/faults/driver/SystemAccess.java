package io.zizhi.faults.driver;

import io.zizhi.e2e.Api;
import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.suite.IdentityClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/** The internal endpoints for another system of the operator, and its tokens. Use it in one thread only. */
public final class SystemAccess {

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    /** Age at which a token is renewed: less than the five minutes for which it is valid. */
    private static final long RENEW_AFTER_NANOS = Duration.ofMinutes(3).toNanos();

    private final URI root;
    private final String client;
    private final IdentityClient identity;
    private Api api;
    private long since;

    private SystemAccess(URI root, String client, IdentityClient identity) {
        this.root = root;
        this.client = client;
        this.identity = identity;
        this.api = signIn();
        this.since = System.nanoTime();
    }

    /**
     * Returns the access of the signature system.
     *
     * @param internal address of qualification-service's internal endpoints
     */
    public static SystemAccess toSignatures(URI internal, IdentityClient identity) {
        return new SystemAccess(
                URI.create(internal + "/internal/v1/signatures"), IdentityClient.SIGNATURE_SYSTEM, identity);
    }

    /** Returns the access of the filing system; see {@link #toSignatures}. */
    public static SystemAccess toCarrierFilings(URI internal, IdentityClient identity) {
        return new SystemAccess(
                URI.create(internal + "/internal/v1/carrier-filings"), IdentityClient.CARRIER_FILING_SYSTEM, identity);
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
        return new Api(identity.serviceToken(client, "qualification-service"), PATIENCE);
    }
}
