package io.zizhi.document.export;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast the client of an export reads. Only the time between a chunk and the demand for the next one counts. A client
 * that demands nothing is cut off by {@code quarkus.http.idle-timeout}.
 */
final class ClientPace {

    private static final double NANOS = 1e9;

    private final long window;
    private final long rate;
    private final LongSupplier nanoTime;
    private long sentAt;
    private long sent;
    private long waited;
    private long taken;

    /**
     * @param rate least bytes per second
     * @param nanoTime {@link System#nanoTime}, except in tests
     */
    ClientPace(Duration window, long rate, LongSupplier nanoTime) {
        this.window = window.toNanos();
        this.rate = rate;
        this.nanoTime = nanoTime;
        this.sentAt = nanoTime.getAsLong();
    }

    /** Notes that the client gets another chunk. */
    void sent(int bytes) {
        sentAt = nanoTime.getAsLong();
        sent = bytes;
    }

    /** Notes that the client demands the next chunk. Returns whether it took too few bytes in the last window. */
    boolean isTooSlow() {
        waited += nanoTime.getAsLong() - sentAt;
        taken += sent;
        sent = 0;
        if (waited < window) {
            return false;
        }
        boolean tooSlow = taken < rate * (waited / NANOS);
        waited = 0;
        taken = 0;
        return tooSlow;
    }
}
