package io.zizhi.platform.messaging.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many events are applied in parallel. */
@ConfigMapping(prefix = "zizhi.inbox")
public interface InboxConfig {

    /**
     * Aggregates of a topic that one replica processes in parallel; the topic of accounts has one lane. Each lane takes
     * a database connection. A service reads at most two other topics, so six lanes take 13 of twenty connections and
     * leave some for requests.
     */
    @WithDefault("6")
    @Min(1)
    @Max(64)
    int lanes();
}
