package io.zizhi.review.clock;

import java.time.Duration;

/**
 * How much open time a review may take.
 *
 * @param amount at least 1
 * @param unit a day of open time is one daily window long, not 24 hours
 */
public record Target(int amount, Unit unit) {

    /** What {@code amount} counts. */
    public enum Unit {
        OPEN_SECONDS,
        OPEN_HOURS,
        OPEN_DAYS
    }

    public Target {
        if (amount < 1) {
            throw new IllegalArgumentException("A target is at least one second, hour or day");
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
