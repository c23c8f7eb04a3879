package io.zizhi.platform.timers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The last successful sweep of each kind of owner in this process, or check that none was needed. {@link ClockState} differs: a sweep that fails after
 * reading the clock also updates it.
 */
@ApplicationScoped
public class LastSweeps {

    private final Map<String, Instant> byOwner = new ConcurrentHashMap<>();

    void swept(String ownerType, Instant now) {
        byOwner.put(ownerType, now);
    }

    /** Returns the instant by the database's clock; null before the first sweep. */
    public @Nullable Instant of(String ownerType) {
        return byOwner.get(ownerType);
    }
}
