package io.zizhi.platform.timers;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far this process trusts the database clock.
 *
 * @param lastSweepAt when it trusted it last, by that clock; null before the first sweep
 * @param jump by how much the clock had jumped when the sweeps were held; null while they are not
 */
public record ClockState(
        @Nullable Instant lastSweepAt, @Nullable Duration jump) {}
