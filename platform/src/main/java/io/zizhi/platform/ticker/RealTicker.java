package io.zizhi.platform.ticker;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The ticker of the machine. Code without a Vert.x context can use it, too. */
@Singleton
final class RealTicker implements Ticker {

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Runnable after(Duration delay, Runnable action) {
        Context caller = Vertx.currentContext();
        CompletableFuture<Void> passed =
                new CompletableFuture<Void>().completeOnTimeout(null, delay.toNanos(), TimeUnit.NANOSECONDS);
        var running = passed.thenRun(caller == null ? action : () -> caller.runOnContext(ignored -> action.run()));
        assert running != null;
        return () -> passed.cancel(false);
    }
}
