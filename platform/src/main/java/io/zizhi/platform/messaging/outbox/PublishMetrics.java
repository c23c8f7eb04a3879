package io.zizhi.platform.messaging.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Counts and times what the relay sends. The figures stand from the start, so that the first failure shows as a rise. */
@ApplicationScoped
class PublishMetrics {

    private final Counter acknowledged;
    private final Counter failed;
    private final Timer duration;

    PublishMetrics(MeterRegistry metrics) {
        this.acknowledged = counter(metrics, "acknowledged");
        this.failed = counter(metrics, "failed");
        this.duration = Timer.builder("outbox_publish")
                .description("From the sending of an event to the answer of the broker")
                .register(metrics);
    }

    private static Counter counter(MeterRegistry metrics, String result) {
        return Counter.builder("outbox_publish_total")
                .description("Events sent by the relay, by what became of them")
                .tag("result", result)
                .register(metrics);
    }

    /** Makes the figures at the start and not with the first event. */
    void begin(@Observes StartupEvent event) {
        // The constructor did.
    }

    void answered(Duration after, @Nullable Throwable failure) {
        (failure == null ? acknowledged : failed).increment();
        duration.record(after);
    }
}
