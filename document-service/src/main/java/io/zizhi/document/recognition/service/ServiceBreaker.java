package io.zizhi.document.recognition.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Circuit breaker of the worker or service: after {@value #FAILURES} failures in a row, no picture is sent for ten
 * seconds. One picture then decides whether the breaker closes. The gauge {@code zizhi.document.recognition.breaker.open}
 * shows its state.
 */
@ApplicationScoped
class ServiceBreaker {

    static final int FAILURES = 5;
    static final Duration OPEN_FOR = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private int inARow;
    private long openUntil;

    @Inject
    ServiceBreaker(MeterRegistry metrics) {
        this(System::nanoTime);
        Gauge.builder("zizhi.document.recognition.breaker.open", this, breaker -> breaker.isOpen() ? 1 : 0)
                .description("1 after five failed pictures in a row, until one succeeds; else 0")
                .register(metrics);
    }

    /** @param nanoTime monotonic time in nanoseconds, see {@link System#nanoTime} */
    ServiceBreaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Registers the gauge at start-up, before the first picture. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered it.
    }

    /** Returns how long no picture may be sent; zero if the breaker is closed. */
    synchronized Duration openFor() {
        return isOpen() ? Duration.ofNanos(Math.max(0, openUntil - nanoTime.getAsLong())) : Duration.ZERO;
    }

    /** Returns whether the last pictures all failed. One may be sent every ten seconds. */
    synchronized boolean isOpen() {
        return inARow >= FAILURES;
    }

    synchronized void succeeded() {
        inARow = 0;
    }

    synchronized void failed() {
        inARow++;
        openUntil = nanoTime.getAsLong() + OPEN_FOR.toNanos();
    }
}
