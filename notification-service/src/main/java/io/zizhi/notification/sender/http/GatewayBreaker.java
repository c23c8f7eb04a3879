package io.zizhi.notification.sender.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Circuit breaker of the gateway: after {@value #FAILURES} outages in a row, no request is made for ten seconds. One
 * request then decides whether the breaker closes.
 */
@ApplicationScoped
class GatewayBreaker {

    static final int FAILURES = 5;
    static final Duration OPEN_FOR = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private int inARow;
    private long openUntil;

    @Inject
    GatewayBreaker() {
        this(System::nanoTime);
    }

    /** @param nanoTime monotonic time in nanoseconds, see {@link System#nanoTime} */
    GatewayBreaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns how long no request may be made; zero if the breaker is closed. */
    synchronized Duration openFor() {
        return inARow < FAILURES ? Duration.ZERO : Duration.ofNanos(Math.max(0, openUntil - nanoTime.getAsLong()));
    }

    synchronized void record(GatewayAnswer answer) {
        inARow = answer.isOutage() ? inARow + 1 : 0;
        openUntil = nanoTime.getAsLong() + OPEN_FOR.toNanos();
    }
}
