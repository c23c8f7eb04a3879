package io.zizhi.notification.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Retry and polling settings of webhooks. Limits are in {@link io.zizhi.notification.limits.NotificationLimits}. */
@ConfigMapping(prefix = "zizhi.webhook")
public interface WebhookConfig {

    /**
     * Pauses after the failed attempts of a webhook of an account, each up to a tenth longer. By default eleven
     * attempts in a little more than three days. Short pauses first cover a restart, long ones an outage over a
     * weekend.
     */
    @WithDefault("PT5S,PT1M,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    @Size(min = 1, max = 50)
    List<Duration> accountRetries();

    /** An account's webhook is disabled when its receiver has accepted nothing for this time. */
    @WithDefault("P5D")
    @DurationMin(seconds = 1)
    @DurationMax(days = 90)
    Duration disableAfter();

    /** Pause after the first attempt of a webhook to staff; each further pause is twice as long. */
    @WithDefault("PT10S")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration firstRetry();

    /** Longest pause between two attempts of a webhook to staff. */
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
