package io.zizhi.notification.webhook;

import java.time.Duration;
import java.util.List;

/** Settings for tests without a running service. */
record GivenConfig(List<Duration> accountRetries) implements WebhookConfig {

    GivenConfig() {
        this(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(10)));
    }

    @Override
    public Duration disableAfter() {
        return Duration.ofDays(5);
    }

    @Override
    public Duration firstRetry() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration longestRetry() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration lostAfter() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration pollEvery() {
        return Duration.ofSeconds(1);
    }
}
