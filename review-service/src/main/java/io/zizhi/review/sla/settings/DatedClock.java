package io.zizhi.review.sla.settings;

import io.zizhi.review.clock.ClockData;
import java.time.Instant;

/**
 * What the clock reckons by at an instant.
 *
 * @param data what it reckons by
 * @param now the instant, by the clock of the database
 */
public record DatedClock(ClockData data, Instant now) {}
