package io.zizhi.review.decision.measurement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Counts how often second reviewers confirm or return proposals. Only this counts as agreement: a later submission was
 * changed by the applicant, so its outcome says nothing about the earlier reviewer.
 */
@ApplicationScoped
public class CountFourEyesChecks {

    private final Counter confirmed;
    private final Counter returned;

    CountFourEyesChecks(MeterRegistry metrics) {
        this.confirmed = counter(metrics, "CONFIRMED");
        this.returned = counter(metrics, "RETURNED");
    }

    private static Counter counter(MeterRegistry metrics, String result) {
        return Counter.builder("zizhi_review_four_eyes_checks")
                .description("Proposed decisions by result of the four-eyes check")
                .tag("result", result)
                .register(metrics);
    }

    /** Registers the counters at start-up, not at the first four-eyes check. */
    void begin(@Observes StartupEvent event) {
        // The constructor registers them.
    }

    public void confirmed() {
        confirmed.increment();
    }

    public void returned() {
        returned.increment();
    }
}
