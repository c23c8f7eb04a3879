package io.zizhi.platform.messaging.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much the relay sends at once. */
@ConfigMapping(prefix = "zizhi.outbox")
public interface OutboxSettings {

    /** Events of one batch: enough to keep the broker busy, few enough to be read and marked in milliseconds. */
    @WithDefault("500")
    @Min(1)
    @Max(5_000)
    int batchSize();

    /**
     * Events that are sent again within a second, at most. Consumers work off a topic in its order, so events that are sent
     * again stand before new ones there: a tenth of what consumers work off in a second delays these by milliseconds.
     */
    @WithDefault("100")
    @Min(1)
    @Max(5_000)
    int resendsPerSecond();
}
