package io.zizhi.platform.ticker;

import java.time.Duration;

/** Monotonic time and delayed actions. Tests pass a ticker that they advance, so that no limit depends on the machine. */
public interface Ticker {

    /** The ticker of the machine. */
    Ticker REAL = new RealTicker();

    /** Returns nanoseconds since an arbitrary moment, see {@link System#nanoTime}. */
    long nanoTime();

    /**
     * Runs an action once after the delay. It runs on the caller's Vert.x context if there is one.
     *
     * @return cancels the action unless its delay has passed
     */
    Runnable after(Duration delay, Runnable action);
}
