package io.zizhi.document.scanning;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Publishes the gauges {@code zizhi.document.scans.waiting} and {@code zizhi.document.scans.oldest.age}. Both stay zero
 * without a scanner, because nothing can be done about the documents then.
 */
@ApplicationScoped
class ScanBacklog {

    private final ScanQueueRepository queue;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldestAge = new AtomicLong();

    ScanBacklog(ScanQueueRepository queue, MeterRegistry metrics) {
        this.queue = queue;
        Gauge.builder("zizhi.document.scans.waiting", waiting, AtomicLong::get)
                .description("Documents that wait for their malware scan, at most 10,000")
                .register(metrics);
        Gauge.builder("zizhi.document.scans.oldest.age", oldestAge, AtomicLong::get)
                .description("Age of the oldest document that waits for its malware scan")
                .baseUnit("seconds")
                .register(metrics);
    }

    /** Registers the gauges at start-up, before the first measurement. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered them.
    }

    /** Returns the number of waiting documents at the last measurement, at most 10,000. */
    long waiting() {
        return waiting.get();
    }

    /** Returns the age in seconds of the oldest of them. */
    long oldestAge() {
        return oldestAge.get();
    }

    Uni<Void> measure() {
        return Panache.withSession(queue::measure)
                .invoke(row -> waiting.set(row.number("waiting")))
                .invoke(row -> oldestAge.set(row.number("age")))
                .replaceWithVoid();
    }
}
