package io.zizhi.notification.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks are delivered; how many and for how long, see {@link io.zizhi.notification.limits.NotificationLimits}. */
@ConfigMapping(prefix = "zizhi.webhook")
public interface WebhookConfig {

    /** The pause after the first try; each further one is twice as long. */
    @WithDefault("PT10S")
    Duration firstRetry();

    /** The longest pause. */
    @WithDefault("PT1H")
    Duration longestRetry();

    /** How long after its claim one without a result is due again, more than {@code zizhi.limits.webhooks.timeout}. */
    @WithDefault("PT1M")
    Duration lostAfter();

    /** How often the queue is looked at while it is empty. */
    @WithDefault("PT0.5S")
    Duration pollEvery();
}
