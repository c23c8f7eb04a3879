package io.zizhi.platform.runtime.cleanup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long rows are kept that are no longer needed. */
@ConfigMapping(prefix = "zizhi.clean-up")
public interface CleanUpSettings {

    /** Pause between two rounds while nothing is left to delete. */
    @WithDefault("PT10M")
    Duration pause();

    /** How long sent events can be resent. */
    @WithDefault("P30D")
    Duration outbox();

    /** How long ids of received events are kept. Must exceed the topics' retention by a week. */
    @WithDefault("P21D")
    Duration inbox();

    /** How long completed timers stay visible. */
    @WithDefault("P30D")
    Duration timers();

    /** How long read or discarded dead letters are kept. */
    @WithDefault("P30D")
    Duration deadLetters();

    /** How long results of reconciliations are kept. */
    @WithDefault("P30D")
    Duration reconciliations();
}
