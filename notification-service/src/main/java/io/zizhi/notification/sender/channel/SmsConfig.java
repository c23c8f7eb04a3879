package io.zizhi.notification.sender.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.platform.runtime.settings.NeededWith;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the sender and of the SMS queue. */
@ConfigMapping(prefix = "zizhi.sms")
public interface SmsConfig {

    /** Name of the {@link SmsSender}. The service does not start without it. */
    @NeededWith(NeededWith.PRODUCTION)
    Optional<String> sender();

    /** Language of the texts. */
    @WithDefault("ZH_CN")
    SmsLanguage language();

    /** Polling interval of the empty queue; nothing wakes the loop earlier. */
    @WithDefault("PT0.5S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration pollEvery();

    /**
     * How long a claim is valid, and how long after its hand-over an unanswered message counts as lost. It must exceed
     * the time-out of every sender. A hand-over begins within the first half of this time, so that it ends before
     * another replica takes the message over.
     */
    @WithDefault("PT1M")
    @DurationMin(millis = 100)
    @DurationMax(hours = 1)
    Duration lostAfter();

    /**
     * How often a sender is asked about an unknown message, with doubling pauses. After that an operator has to resolve
     * it.
     */
    @WithDefault("8")
    @Min(0)
    @Max(100)
    int recalls();
}
