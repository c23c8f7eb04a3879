package io.zizhi.platform.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a replica does when its database has been silent for some time. */
@ConfigMapping(prefix = "zizhi.database.silence")
public interface DatabaseSilence {

    /** After this it is not ready. Five answers may be missing: a restart of the database takes less. */
    @WithDefault("PT5S")
    Duration notReady();

    /** After this it gives its partitions up. Longer, because a rebalance stops all consumers of the group for a moment. */
    @WithDefault("PT10S")
    Duration giveUpPartitions();

    /**
     * After this it ends the session, and the statement that waited for an answer fails. A server that works answers
     * within the {@code statement_timeout} of {@link SessionLimits}. Sessions that nobody uses are closed earlier ({@code
     * quarkus.datasource.reactive.idle-timeout}).
     */
    @WithDefault("PT40S")
    Duration endSession();
}
