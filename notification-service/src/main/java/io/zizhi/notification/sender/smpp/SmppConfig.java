package io.zizhi.notification.sender.smpp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zizhi.platform.runtime.settings.NeededWith;
import io.zizhi.platform.runtime.settings.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the sender {@code smpp}. */
@ConfigMapping(prefix = "zizhi.sms.smpp")
public interface SmppConfig {

    /** Host name or address of the SMSC. */
    @NeededWith("zizhi.sms.senders=smpp")
    Optional<String> host();

    /** Port of the SMSC. */
    @WithDefault("2775")
    @Min(1)
    @Max(65_535)
    int port();

    /** Whether the connection uses TLS. The JVM must trust the certificate, which must name the host. */
    @WithDefault("false")
    boolean tls();

    /** The {@code system_id} of the bind, at most 15 characters. */
    @NeededWith("zizhi.sms.senders=smpp")
    Optional<String> systemId();

    /** Password of the bind, at most 8 characters. */
    @NeededWith("zizhi.sms.senders=smpp")
    @Secret
    Optional<String> password();

    /** The {@code system_type} of the bind, at most 12 characters. Most SMSCs want none. */
    Optional<String> systemType();

    /** Sender number of the messages, at most 20 characters. Without it, the SMSC fills in its own. */
    Optional<String> source();

    /** Type of number of the sender number, as SMPP numbers them: 0 unknown, 1 international, 3 specific, 5 letters. */
    @WithDefault("0")
    @Min(0)
    @Max(6)
    int sourceTon();

    /** Numbering plan of the sender number, as SMPP numbers them: 0 unknown, 1 ISDN. */
    @WithDefault("0")
    @Min(0)
    @Max(18)
    int sourceNpi();

    /** Whether recipients are passed as eleven digits. Otherwise they begin with 86. */
    @WithDefault("false")
    boolean nationalNumbers();

    /** Most submissions without an answer at once. The SMSC names its own limit. */
    @WithDefault("10")
    @Min(1)
    @Max(256)
    int window();

    /** Most receipts that are recorded at once. Further ones are sent again by the SMSC. */
    @WithDefault("8")
    @Min(1)
    @Max(8)
    int receiptsAtOnce();

    /** Most segments of a message. The next sender gets a longer message. */
    @WithDefault("10")
    @Min(1)
    @Max(255)
    int segments();

    /** How the ids of receipts in the text form relate to the ids of the answers to submissions. */
    @WithDefault("SAME")
    ReceiptIds receiptIds();

    /** Time-out of the connection. Three seconds cover one lost packet and its retransmission. */
    @WithDefault("PT3S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration connectTimeout();

    /** Time-out of each answer of the SMSC. At most half of {@code zizhi.sms.lost-after}. */
    @WithDefault("PT10S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 5)
    Duration timeout();

    /** Silence after which the link is checked by {@code enquire_link}. */
    @WithDefault("PT30S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration enquireEvery();

    /** Pause before the first new connection; it doubles up to {@code longest-pause}, with jitter. */
    @WithDefault("PT1S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration firstPause();

    /** Longest pause between two connections, and the pause after a refused bind. */
    @WithDefault("PT1M")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 10)
    Duration longestPause();
}
