package io.zizhi.notification.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Retry and polling settings of webhooks. Limits are in {@link io.zizhi.notification.limits.NotificationLimits}. */
@ConfigMapping(prefix = "zizhi.webhook")
public interface WebhookConfig {

    /** Pause after the first attempt; each further pause is twice as long. */
    @WithDefault("PT10S")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration firstRetry();

    /** Longest pause between two attempts. */
    @WithDefault("PT1H")
    @DurationMin(millis = 10)
    @DurationMax(days = 7)
    Duration longestRetry();

    /**
     * Time after its claim when a webhook without a result is due again. Must exceed
     * {@code zizhi.limits.webhooks.timeout}.
     */
    @WithDefault("PT1M")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration lostAfter();

    /** Polling interval of the empty queue. */
    @WithDefault("PT0.5S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration pollEvery();
}
