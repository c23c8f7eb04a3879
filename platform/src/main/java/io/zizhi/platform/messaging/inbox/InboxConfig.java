package io.zizhi.platform.messaging.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many events are applied in parallel. */
@ConfigMapping(prefix = "zizhi.inbox")
public interface InboxConfig {

    /**
     * Aggregates of a topic that one replica processes in parallel. Each takes a database connection, so six lanes of
     * two topics leave some of twenty connections for requests.
     */
    @WithDefault("6")
    @Min(1)
    @Max(64)
    int lanes();
}
