package io.zizhi.notification.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks are delivered. */
@ConfigMapping(prefix = "zizhi.webhook")
public interface WebhookConfig {

    /** How often one is tried; then it has failed. Ten tries with the pauses below take an hour and a half. */
    @WithDefault("10")
    int attempts();

    /** The pause after the first try; each further one is twice as long. */
    @WithDefault("PT10S")
    Duration firstRetry();

    /** The longest pause. */
    @WithDefault("PT1H")
    Duration longestRetry();

    /** How long after its claim one without a result is due again, more than {@code zizhi.outbound.timeout}. */
    @WithDefault("PT1M")
    Duration lostAfter();

    /** How often the queue is looked at while it is empty. */
    @WithDefault("PT0.5S")
    Duration pollEvery();

    /** How many are posted at the same time by one replica, so that a slow receiver holds up few others. */
    @WithDefault("4")
    int lanes();
}
