package io.zizhi.review.sla.settings;

import io.zizhi.review.clock.ClockData;
import java.time.Instant;

/**
 * The clock's data with the database time at which they were read.
 *
 * @param data the clock's data
 * @param now the database time
 */
public record DatedClock(ClockData data, Instant now) {}
