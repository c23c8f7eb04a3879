package io.zizhi.notification.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Counts tries of webhooks by what came of them: who watches sees that receivers are gone before anybody asks. */
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
                .description("Tries of webhooks by what came of them")
                .tag("outcome", outcome)
                .register(metrics);
    }

    /** Makes the figures at the start and not with the first try. */
    void begin(@Observes StartupEvent event) {
        // The constructor did.
    }

    void count(Attempt attempt) {
        switch (attempt) {
            case Attempt.Taken result -> taken.increment();
            case Attempt.Failed result -> failed.increment();
            case Attempt.Refused result -> refused.increment();
        }
    }
}
