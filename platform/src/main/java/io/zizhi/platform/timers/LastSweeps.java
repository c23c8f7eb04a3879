package io.zizhi.platform.timers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The time of the last successful sweep of each kind of owner in this process. A check that no sweep was needed counts
 * as a sweep. {@link ClockState} differs: a sweep that fails after it has read the clock updates it too.
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
