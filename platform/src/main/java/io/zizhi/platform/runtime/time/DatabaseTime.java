package io.zizhi.platform.runtime.time;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * The database's clock, shared by all replicas. Timers and leases use it, so a pod's wrong clock can neither fire a
 * timer early nor keep a lease alive.
 */
@ApplicationScoped
public class DatabaseTime {

    /** Returns the instant of the call, not of the transaction's start. Needs a session. */
    public Uni<Instant> now() {
        return new NativeQuery("select clock_timestamp()").single(Instant.class);
    }
}
