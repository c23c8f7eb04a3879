package io.zizhi.notification.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Retry and polling settings of webhooks. Limits are in {@link io.zizhi.notification.limits.NotificationLimits}. */
@ConfigMapping(prefix = "zizhi.webhook")
public interface WebhookConfig {

    /** Pause after the first attempt; each further pause is twice as long. */
    @WithDefault("PT10S")
    Duration firstRetry();

    /** Maximum pause. */
    @WithDefault("PT1H")
    Duration longestRetry();

    /**
     * Time after its claim when a webhook without a result is due again. Must exceed
     * {@code zizhi.limits.webhooks.timeout}.
     */
    @WithDefault("PT1M")
    Duration lostAfter();

    /** Polling interval of the empty queue. */
    @WithDefault("PT0.5S")
    Duration pollEvery();
}
