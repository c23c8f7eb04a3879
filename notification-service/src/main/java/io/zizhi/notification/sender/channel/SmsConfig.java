package io.zizhi.notification.sender.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.platform.runtime.settings.NeededWith;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * Settings of the senders and of the SMS queue. The limits of a sender apply to all replicas together. A sender that is
 * not named in them has no limit.
 */
@ConfigMapping(prefix = "zizhi.sms")
public interface SmsConfig {

    /**
     * Names of the SMS senders in order of preference, separated by commas, for example {@code alibaba,http}. The next
     * one gets a message if those before it are stopped, unavailable or at a limit, or have certainly not taken it. The
     * service does not start without one.
     */
    @NeededWith(NeededWith.PRODUCTION)
    Optional<List<String>> senders();

    /** Messages per second that a sender gets, by its name; decimals are allowed. */
    Map<String, @DecimalMin("0.01") @DecimalMax("10000") BigDecimal> rates();

    /** Messages per day in Asia/Shanghai that a sender gets, by its name. */
    Map<String, @Min(1) Integer> messagesPerDay();

    /** Price of one message part in CNY, by the name of the sender. Needed for {@code zizhi.sms.spend-per-day}. */
    Map<String, @DecimalMin("0.0001") @DecimalMax("100") BigDecimal> prices();

    /** CNY per day in Asia/Shanghai that a sender may cost, by its name. */
    Map<String, @DecimalMin("0.01") @DecimalMax("1000000000") BigDecimal> spendPerDay();

    /** Language of the texts. */
    @WithDefault("ZH_CN")
    SmsLanguage language();

    /** Polling interval of the empty queue; nothing wakes the loop earlier. */
    @WithDefault("PT0.5S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration pollEvery();

    /**
     * Messages that one replica hands over at once, to all senders together. Each one waits for its provider's answer.
     * With the sender {@code smpp} it is at most {@code zizhi.sms.smpp.window} minus 2, but at least 1.
     */
    @WithDefault("8")
    @Min(1)
    @Max(64)
    int atOnce();

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
     * How often a sender is asked about each unknown hand-over of a message, with doubling pauses. After that an operator
     * has to resolve it.
     */
    @WithDefault("8")
    @Min(0)
    @Max(100)
    int recalls();

    /**
     * When a sender is asked about an accepted message without a delivery receipt; the pauses double. The encrypted
     * number is kept until the receipt or the last question.
     */
    @WithDefault("PT10M")
    @DurationMin(millis = 100)
    @DurationMax(days = 1)
    Duration receiptAfter();

    /** How often a sender is asked about a missing receipt. */
    @WithDefault("5")
    @Min(0)
    @Max(12)
    int receiptAsks();

    /**
     * How long a message waits for a sender. After that it fails with {@code SMS_TOO_LATE}. Phone codes (five minutes) and
     * notices to staff (an hour) have limits of their own.
     */
    @WithDefault("P3D")
    // a notice must outlast the quiet hours, and a cap that is used up until midnight
    @DurationMin(days = 1)
    @DurationMax(days = 30)
    Duration usefulFor();
}
