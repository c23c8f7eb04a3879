package io.zizhi.review.clock;

import java.time.Duration;

/**
 * The open time that a review may take.
 *
 * @param amount at least 1
 * @param unit the unit; a day of open time is one daily window, not 24 hours
 */
public record Target(int amount, Unit unit) {

    /** The unit of {@code amount}. */
    public enum Unit {
        OPEN_SECONDS,
        OPEN_HOURS,
        OPEN_DAYS
    }

    public Target {
        if (amount < 1) {
            throw new IllegalArgumentException("A target must be at least one second, hour or day");
        }
    }

    Duration openTime(Duration openDay) {
        return switch (unit) {
            case OPEN_SECONDS -> Duration.ofSeconds(amount);
            case OPEN_HOURS -> Duration.ofHours(amount);
            case OPEN_DAYS -> openDay.multipliedBy(amount);
        };
    }
}
