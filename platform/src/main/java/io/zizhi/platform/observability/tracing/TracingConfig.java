package io.zizhi.platform.observability.tracing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Where finished spans are sent. */
@ConfigMapping(prefix = "zizhi.tracing")
public interface TracingConfig {

    /**
     * The collector's endpoint for OTLP over HTTP, for example {@code http://collector:4318/v1/traces}. None by
     * default: spans are created and passed on, but not exported.
     */
    Optional<String> otlpEndpoint();

    /**
     * How long spans are collected before they are sent. Two seconds send few requests and lose few spans when a
     * process dies.
     */
    @WithDefault("PT2S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration exportDelay();
}
