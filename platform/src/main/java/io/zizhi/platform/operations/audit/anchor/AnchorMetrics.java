package io.zizhi.platform.operations.audit.anchor;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Publishes the age of the last anchor as a gauge: {@code audit_anchor_age_seconds}. Before the first anchor it is the
 * age of the process. The last anchor comes from the store, because the database could claim any.
 */
@ApplicationScoped
public class AnchorMetrics {

    private final MeterRegistry metrics;
    private final Anchors anchors;
    private final Clock clock;
    private volatile Instant last;

    AnchorMetrics(MeterRegistry metrics, Anchors anchors, Clock clock) {
        this.metrics = metrics;
        this.anchors = anchors;
        this.clock = clock;
        this.last = clock.instant();
    }

    void begin(@Observes StartupEvent event) {
        if (anchors.signed().isPresent()) {
            metrics.gauge("audit_anchor_age_seconds", this, AnchorMetrics::age);
        }
    }

    /** Records the last anchor in the store, written by any replica. */
    void saw(Anchor anchor) {
        last = Instant.parse(anchor.at());
    }

    private double age() {
        return Duration.between(last, clock.instant()).toMillis() / 1000.0;
    }
}
