package io.zizhi.platform.timers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How often replicas look for due timers. */
@ConfigMapping(prefix = "zizhi.timers")
public interface TimerConfig {

    /**
     * Pause between two sweeps while nothing is due, so the longest delay of a timer. Half a second is short for due
     * times of minutes and hours, and costs two small queries a second.
     */
    @WithDefault("PT0.5S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration pause();
}
