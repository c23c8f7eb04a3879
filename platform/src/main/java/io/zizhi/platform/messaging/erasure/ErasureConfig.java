package io.zizhi.platform.messaging.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The erasure of accounts. */
@ConfigMapping(prefix = "zizhi.erasure")
public interface ErasureConfig {

    /** Pause between two looks for unfinished erasures. A tombstone that arrives here does not wait for it. */
    @WithDefault("PT10S")
    @DurationMin(millis = 100)
    @DurationMax(hours = 1)
    Duration pause();

    /**
     * How long after the tombstone an erasure looks for further rows before it is finished. Longer than any request:
     * an upload that began before the tombstone may store its row after it.
     */
    @WithDefault("PT5M")
    @DurationMin(millis = 0)
    @DurationMax(days = 1)
    Duration settle();
}
