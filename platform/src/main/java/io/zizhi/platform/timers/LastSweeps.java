package io.zizhi.platform.timers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * When this process last swept each kind of owner with success. Apart from {@link ClockState}, which a sweep renews that
 * fails after its look at the clock.
 */
@ApplicationScoped
public class LastSweeps {

    private final Map<String, Instant> byOwner = new ConcurrentHashMap<>();

    void swept(String ownerType, Instant now) {
        byOwner.put(ownerType, now);
    }

    /** By the clock of the database; null before the first. */
    public @Nullable Instant of(String ownerType) {
        return byOwner.get(ownerType);
    }
}
