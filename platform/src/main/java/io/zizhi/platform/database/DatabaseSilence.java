package io.zizhi.platform.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long the database may be silent before a replica reacts. */
@ConfigMapping(prefix = "zizhi.database.silence")
public interface DatabaseSilence {

    /**
     * After this time without an answer, the replica reports that it is not ready. It is longer than a restart of the
     * database takes, during which up to five answers are missing.
     */
    @WithDefault("PT5S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration notReady();

    /**
     * After this time without an answer, the replica gives up its Kafka partitions. It is longer than
     * {@code not-ready}, because a rebalance briefly stops all consumers of the group.
     */
    @WithDefault("PT10S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration giveUpPartitions();

    /**
     * After this time without an answer, the replica ends the session, and the waiting statement fails. A working
     * server answers within the {@code statement_timeout} of {@link SessionLimits}. Idle sessions are closed earlier
     * ({@code quarkus.datasource.reactive.idle-timeout}).
     */
    @WithDefault("PT40S")
    @DurationMin(millis = 100)
    @DurationMax(hours = 1)
    Duration endSession();
}
