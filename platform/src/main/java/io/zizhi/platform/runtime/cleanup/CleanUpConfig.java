package io.zizhi.platform.runtime.cleanup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long old rows of the platform are stored. Deletion is permanent. */
@ConfigMapping(prefix = "zizhi.clean-up")
public interface CleanUpConfig {

    /**
     * Pause between two rounds while nothing is left to delete. In ten minutes few rows become old enough, so a round
     * is short.
     */
    @WithDefault("PT10M")
    @DurationMin(millis = 100)
    @DurationMax(days = 1)
    Duration pause();

    /**
     * How long an event is stored after it was last sent, so that it can be resent. Thirty days exceed the retention of
     * the topics.
     */
    @WithDefault("P30D")
    @DurationMin(days = 1)
    @DurationMax(days = 3650)
    Duration outbox();

    /**
     * How long the ids of received events are stored. Conflicts with older events go undetected. Set it a week longer
     * than the retention of your topics: the default fits topics that keep 14 days.
     */
    @WithDefault("P21D")
    @DurationMin(days = 2)
    @DurationMax(days = 3650)
    Duration inbox();

    /** How long finished timers stay visible. Thirty days cover questions about the last month. */
    @WithDefault("P30D")
    @DurationMin(days = 1)
    @DurationMax(days = 3650)
    Duration timers();

    /** How long retried or discarded dead letters are stored. Thirty days cover questions about the last month. */
    @WithDefault("P30D")
    @DurationMin(days = 1)
    @DurationMax(days = 3650)
    Duration deadLetters();

    /**
     * How long finished reconciliations are stored; the last one is always kept. Thirty days show whether differences
     * recur.
     */
    @WithDefault("P30D")
    @DurationMin(days = 1)
    @DurationMax(days = 3650)
    Duration reconciliations();
}
