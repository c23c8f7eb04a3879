package io.zizhi.document.recognition.queue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.zizhi.document.recognition.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts attempts to read pictures by outcome (metric {@code zizhi.document.recognitions}). */
@ApplicationScoped
class CountRecognitions {

    private static final String REUSED = "reused";

    private final Map<String, Counter> counters;

    CountRecognitions(MeterRegistry metrics) {
        counters = Stream.of("done", "impossible", "failed", "postponed", REUSED)
                .collect(Collectors.toMap(Function.identity(), outcome -> counter(metrics, outcome)));
    }

    /** Registers the counters at start-up, before the first picture. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered them.
    }

    void count(Reading reading) {
        counter(reading.outcome()).increment();
    }

    void countReuse() {
        counter(REUSED).increment();
    }

    private Counter counter(String outcome) {
        return Objects.requireNonNull(counters.get(outcome), outcome);
    }

    private static Counter counter(MeterRegistry metrics, String outcome) {
        return Counter.builder("zizhi.document.recognitions")
                .description("Attempts to recognise pictures, by outcome")
                .tag("outcome", outcome)
                .register(metrics);
    }
}
