package io.zizhi.faults.driver.calls;

import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Api;
import io.zizhi.e2e.Login;
import java.time.Duration;

/** A user who signs in again before the token expires. Use it in one thread only. */
public final class Session {

    /**
     * How long to wait for a response: longer than every timeout inside the suite, so that the driver sees its
     * response.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final long RENEW_AFTER_NANOS = Duration.ofMinutes(30).toNanos();

    private final String user;
    private final Addresses addresses;
    private Api api;
    private long since;

    public Session(String user, Addresses addresses) {
        this.user = user;
        this.addresses = addresses;
        this.api = signIn();
        this.since = System.nanoTime();
    }

    Api api() {
        if (System.nanoTime() - since > RENEW_AFTER_NANOS) {
            api = signIn();
            since = System.nanoTime();
        }
        return api;
    }

    String user() {
        return user;
    }

    private Api signIn() {
        return new Api(Login.token(user, addresses), PATIENCE);
    }
}
