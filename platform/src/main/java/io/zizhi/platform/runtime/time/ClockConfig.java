package io.zizhi.platform.runtime.time;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** The business clock of a process. */
@ConfigMapping(prefix = "zizhi.clock")
public interface ClockConfig {

    /**
     * How far the clock of this process runs ahead of the machine's, for example {@code PT-2M}. None by default. For
     * fault tests only: forbidden in production.
     */
    Optional<Duration> offset();
}
