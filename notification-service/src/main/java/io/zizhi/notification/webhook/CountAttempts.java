package io.zizhi.notification.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Counts delivery attempts by outcome, so that monitoring shows unreachable receivers. */
@ApplicationScoped
class CountAttempts {

    private final Counter taken;
    private final Counter failed;
    private final Counter refused;

    CountAttempts(MeterRegistry metrics) {
        this.taken = counter(metrics, "taken");
        this.failed = counter(metrics, "failed");
        this.refused = counter(metrics, "refused");
    }

    private static Counter counter(MeterRegistry metrics, String outcome) {
        return Counter.builder("zizhi_webhook_attempts")
                .description("Delivery attempts of webhooks by outcome")
                .tag("outcome", outcome)
                .register(metrics);
    }

    /** Creates the counters at start-up, before the first attempt. */
    void begin(@Observes StartupEvent event) {
        // The constructor has created them.
    }

    void count(Attempt attempt) {
        switch (attempt) {
            case Attempt.Taken result -> taken.increment();
            case Attempt.Failed result -> failed.increment();
            case Attempt.Refused result -> refused.increment();
        }
    }
}
