package io.zizhi.platform.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The erasure of accounts. */
@ConfigMapping(prefix = "zizhi.erasure")
public interface ErasureConfig {

    /** Interval at which the service checks for unfinished erasures. A tombstone that arrives here does not wait for it. */
    @WithDefault("PT10S")
    @DurationMin(millis = 100)
    @DurationMax(hours = 1)
    Duration pause();

    /**
     * How long an erasure looks for further rows after the tombstone and {@code zizhi.encryption.key-cache-life},
     * before it is finished. Longer than any request: an upload that began before may store its row after it. Work on
     * keys waits as long before it removes a key that a request may still use.
     */
    @WithDefault("PT5M")
    @DurationMin(millis = 0)
    @DurationMax(days = 1)
    Duration settle();
}
