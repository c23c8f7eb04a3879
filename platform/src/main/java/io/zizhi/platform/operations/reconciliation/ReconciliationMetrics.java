package io.zizhi.platform.operations.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Counts differences. All series exist from start-up, so that the first difference shows as an increase. */
@ApplicationScoped
class ReconciliationMetrics {

    private final MeterRegistry metrics;
    private final ConsumedTopics topics;

    ReconciliationMetrics(MeterRegistry metrics, ConsumedTopics topics) {
        this.metrics = metrics;
        this.topics = topics;
    }

    void begin(@Observes StartupEvent event) {
        for (String topic : topics.all()) {
            for (DifferenceKind kind : DifferenceKind.values()) {
                count(topic, kind, 0);
            }
        }
    }

    void found(String topic, List<DifferenceKind> differences) {
        differences.forEach(kind -> count(topic, kind, 1));
    }

    private void count(String topic, DifferenceKind kind, double by) {
        metrics.counter("reconciliation_differences", "topic", topic, "kind", kind.name())
                .increment(by);
    }
}
