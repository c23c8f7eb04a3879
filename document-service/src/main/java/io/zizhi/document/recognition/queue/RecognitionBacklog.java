package io.zizhi.document.recognition.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.recognition.RecognitionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Publishes the gauges {@code zizhi.document.recognitions.waiting} and {@code zizhi.document.recognitions.oldest.age}.
 * Pictures that wait for their malware scan do not count.
 */
@ApplicationScoped
class RecognitionBacklog {

    private final RecognitionRepository recognitions;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldestAge = new AtomicLong();

    RecognitionBacklog(RecognitionRepository recognitions, MeterRegistry metrics) {
        this.recognitions = recognitions;
        Gauge.builder("zizhi.document.recognitions.waiting", waiting, AtomicLong::get)
                .description("Pictures that wait for their recognition, at most 10,000")
                .register(metrics);
        Gauge.builder("zizhi.document.recognitions.oldest.age", oldestAge, AtomicLong::get)
                .description("Age of the oldest picture that waits for its recognition")
                .baseUnit("seconds")
                .register(metrics);
    }

    /** Registers the gauges at start-up, before the first measurement. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered them.
    }

    /** Returns the number of waiting pictures at the last measurement, at most 10,000. */
    long waiting() {
        return waiting.get();
    }

    /** Returns the age in seconds of the oldest of them. */
    long oldestAge() {
        return oldestAge.get();
    }

    /** Measures the queue, after adding scanned pictures that another version did not release. */
    @WithTransaction
    public Uni<Void> measure() {
        return recognitions
                .releaseScanned()
                .chain(recognitions::measure)
                .invoke(row -> waiting.set(row.number("waiting")))
                .invoke(row -> oldestAge.set(row.number("age")))
                .replaceWithVoid();
    }
}
