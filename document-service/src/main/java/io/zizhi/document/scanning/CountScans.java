package io.zizhi.document.scanning;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Counts scans by outcome (metric {@code zizhi.document.scans}). */
@ApplicationScoped
class CountScans {

    private final Counter clean;
    private final Counter infected;
    private final Counter undecided;

    CountScans(MeterRegistry metrics) {
        this.clean = counter(metrics, "clean");
        this.infected = counter(metrics, "infected");
        this.undecided = counter(metrics, "undecided");
    }

    /** Registers the counters at start-up, before the first scan. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered them.
    }

    void count(ScanResult result) {
        switch (result) {
            case ScanResult.Clean nothing -> clean.increment();
            case ScanResult.Infected threat -> infected.increment();
            case ScanResult.Undecided again -> undecided.increment();
        }
    }

    private static Counter counter(MeterRegistry metrics, String outcome) {
        return Counter.builder("zizhi.document.scans")
                .description("Scans of documents for malware, by outcome")
                .tag("outcome", outcome)
                .register(metrics);
    }
}
