package io.zizhi.notification.sender;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How SMS are sent. */
@ConfigMapping(prefix = "zizhi.sms")
public interface SmsConfig {

    /** Name of the {@link SmsSender}. Without it the service does not start. */
    Optional<String> sender();

    /** Language of the texts. */
    @WithDefault("ZH_CN")
    SmsLanguage language();

    /** How often the queue is looked at while it is empty; nothing wakes the loop earlier. */
    @WithDefault("PT0.5S")
    Duration pollEvery();

    /**
     * How long a claim counts, and how long after its hand-over a message without an answer counts as lost; more than any
     * sender's time-out. A hand-over begins within half of it, so that it ends before another replica asks.
     */
    @WithDefault("PT1M")
    Duration lostAfter();

    /** How often a sender is asked for a message that nobody knows of, with doubling pauses; then it is left to people. */
    @WithDefault("8")
    int recalls();
}
