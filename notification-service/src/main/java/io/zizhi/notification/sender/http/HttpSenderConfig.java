package io.zizhi.notification.sender.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zizhi.platform.runtime.settings.NeededWith;
import io.zizhi.platform.runtime.settings.Secret;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the sender {@code http}. */
@ConfigMapping(prefix = "zizhi.sms.http")
public interface HttpSenderConfig {

    /** URL of the gateway, with {@code https} in production. */
    @NeededWith("zizhi.sms.senders=http")
    Optional<String> url();

    /** Secret that signs the requests: {@code whsec_} and 24 to 64 bytes in base64. */
    @NeededWith("zizhi.sms.senders=http")
    @Secret
    Optional<String> secret();

    /** Time-out of the connection. Three seconds cover one lost packet and its retransmission. */
    @WithDefault("PT3S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration connectTimeout();

    /**
     * Time-out of the whole request: look-up, connection, request and answer. At most half of
     * {@code zizhi.sms.lost-after}.
     */
    @WithDefault("PT10S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 5)
    Duration timeout();
}
