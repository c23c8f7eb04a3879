package io.zizhi.platform.messaging.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times the relay's sends. All series exist from the start, so that the first failure appears as an
 * increase.
 */
@ApplicationScoped
class PublishMetrics {

    private final Counter acknowledged;
    private final Counter failed;
    private final Timer duration;

    PublishMetrics(MeterRegistry metrics) {
        this.acknowledged = counter(metrics, "acknowledged");
        this.failed = counter(metrics, "failed");
        this.duration = Timer.builder("outbox_publish")
                .description("Time from sending an event to the broker's answer")
                .register(metrics);
    }

    private static Counter counter(MeterRegistry metrics, String result) {
        return Counter.builder("outbox_publish_total")
                .description("Events sent by the relay, by result")
                .tag("result", result)
                .register(metrics);
    }

    /** Creates this bean, and so its meters, at startup instead of with the first event. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered them.
    }

    void answered(Duration after, @Nullable Throwable failure) {
        (failure == null ? acknowledged : failed).increment();
        duration.record(after);
    }
}
