package io.zizhi.platform.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Bearer tokens from the OIDC server, kept for some minutes, as a client would keep them. */
public final class Tokens {

    /** Less than the five minutes for which a service token serves. */
    private static final Duration KEPT = Duration.ofMinutes(3);

    private static final Map<String, Issued> ISSUED = new ConcurrentHashMap<>();

    private Tokens() {}

    /** The token of a demo user, for example {@code applicant-a}. */
    public static String of(String user) {
        return kept(user, () -> Running.get().identity().userToken(user));
    }

    /** The token with which {@code service} calls {@code audience}. */
    public static String service(String service, String audience) {
        return kept(service + " for " + audience, () -> Running.get().identity().serviceToken(service, audience));
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
