package io.zizhi.review.decision.measurement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Counts what second persons say of the decisions that others propose. Agreement means nothing else here: a later submission
 * was changed by the applicant, so that another outcome of it says nothing of the reviewer before.
 */
@ApplicationScoped
public class CountSecondLooks {

    private final Counter confirmed;
    private final Counter returned;

    CountSecondLooks(MeterRegistry metrics) {
        this.confirmed = counter(metrics, "CONFIRMED");
        this.returned = counter(metrics, "RETURNED");
    }

    private static Counter counter(MeterRegistry metrics, String result) {
        return Counter.builder("zizhi_review_second_looks")
                .description("Proposed decisions by what the second person said")
                .tag("result", result)
                .register(metrics);
    }

    /** Makes the figures at the start and not with the first look. */
    void begin(@Observes StartupEvent event) {
        // The constructor did.
    }

    /** Somebody agreed. */
    public void confirmed() {
        confirmed.increment();
    }

    /** Somebody did not. */
    public void returned() {
        returned.increment();
    }
}
