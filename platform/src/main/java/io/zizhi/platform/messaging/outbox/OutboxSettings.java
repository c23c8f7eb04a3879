package io.zizhi.platform.messaging.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The amounts that the relay sends at once. */
@ConfigMapping(prefix = "zizhi.outbox")
public interface OutboxSettings {

    /** Events per batch: enough to keep the broker busy, few enough to be read and marked in milliseconds. */
    @WithDefault("500")
    @Min(1)
    @Max(5_000)
    int batchSize();

    /**
     * The maximum number of resent events per second. Consumers process a topic in order, so resent events delay the
     * new events behind them. A tenth of a consumer's throughput delays them by milliseconds.
     */
    @WithDefault("100")
    @Min(1)
    @Max(5_000)
    int resendsPerSecond();
}
