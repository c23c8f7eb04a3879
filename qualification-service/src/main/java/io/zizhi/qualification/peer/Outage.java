package io.zizhi.qualification.peer;

import io.zizhi.platform.http.problem.Problems;
import java.time.Duration;

/** Turns every failure of a service to answer into a 503 with a retry time. */
public final class Outage {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private Outage() {}

    /** @param peer name of the service, for example {@code document-service} */
    public static Throwable of(String peer, Throwable failure) {
        if (failure instanceof PeerRefusal) {
            return failure;
        }
        String code = peer.replace('-', '_').toUpperCase(java.util.Locale.ROOT) + "_UNAVAILABLE";
        RuntimeException outage =
                Problems.unavailable(code, peer + " does not answer; nothing was changed.", RETRY_AFTER);
        outage.addSuppressed(failure);
        return outage;
    }
}
