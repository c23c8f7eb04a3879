package io.zizhi.platform.timers;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether this process trusts the database's clock.
 *
 * @param lastSweepAt the last trusted instant, by that clock; null before the first sweep
 * @param jump size of the jump that stopped the sweeps; null while they run
 */
public record ClockState(
        @Nullable Instant lastSweepAt, @Nullable Duration jump) {}
