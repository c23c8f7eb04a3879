package io.zizhi.document.limits;

import io.zizhi.platform.ticker.Ticker;
import java.util.Optional;

/** Checks the progress of one transfer: its duration, its rate over a window, and a higher rate while others wait. */
final class TransferPace {

    private final DocumentLimits limits;
    private final Ticker ticker;
    private final long start;
    private final Window window;
    private final Window crowdedWindow;

    TransferPace(DocumentLimits limits, Ticker ticker) {
        this.limits = limits;
        this.ticker = ticker;
        this.start = ticker.nanoTime();
        this.window =
                new Window(limits.rateWindow().toNanos(), limits.slowestRate().asLongValue());
        this.crowdedWindow = new Window(
                limits.crowdedWindow().toNanos(), limits.crowdedRate().asLongValue());
    }

    /**
     * Returns why the transfer must be cut off, or empty.
     *
     * @param moved bytes so far
     */
    Optional<Slowness> judge(long moved, boolean othersWait) {
        long now = ticker.nanoTime();
        boolean slow = window.isTooSlow(now, moved);
        boolean crowded = crowdedWindow.isTooSlow(now, moved);
        if (now - start > limits.transferDeadline().toNanos()) {
            return Optional.of(Slowness.LATE);
        }
        if (slow) {
            return Optional.of(Slowness.SLOW);
        }
        return crowded && othersWait ? Optional.of(Slowness.CROWDED_OUT) : Optional.empty();
    }

    /** A measuring window, which restarts when it has passed. */
    private final class Window {

        private final long length;
        private final long rate;
        private long began = start;
        private long movedBefore;

        Window(long length, long rate) {
            this.length = length;
            this.rate = rate;
        }

        /** Returns whether a window has passed in which too few bytes moved. */
        boolean isTooSlow(long now, long moved) {
            long passed = now - began;
            if (passed < length) {
                return false;
            }
            double seconds = passed / 1e9;
            boolean tooSlow = moved - movedBefore < rate * seconds;
            began = now;
            movedBefore = moved;
            return tooSlow;
        }
    }
}
