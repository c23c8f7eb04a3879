package io.zizhi.document.export;

import io.zizhi.platform.ticker.Ticker;
import java.time.Duration;

/**
 * How fast the client of an export reads. Only the time between a chunk and the demand for the next one counts. A client
 * that demands nothing is cut off by {@code quarkus.http.idle-timeout}.
 */
final class ClientPace {

    private static final double NANOS = 1e9;

    private final long window;
    private final long rate;
    private final Ticker ticker;
    private long sentAt;
    private long sent;
    private long waited;
    private long taken;

    /** @param rate least bytes per second */
    ClientPace(Duration window, long rate, Ticker ticker) {
        this.window = window.toNanos();
        this.rate = rate;
        this.ticker = ticker;
        this.sentAt = ticker.nanoTime();
    }

    /** Notes that the client gets another chunk. */
    void sent(int bytes) {
        sentAt = ticker.nanoTime();
        sent = bytes;
    }

    /** Notes that the client demands the next chunk. Returns whether it took too few bytes in the last window. */
    boolean isTooSlow() {
        waited += ticker.nanoTime() - sentAt;
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
