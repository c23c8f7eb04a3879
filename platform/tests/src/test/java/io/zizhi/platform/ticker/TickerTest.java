package io.zizhi.platform.ticker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TickerTest {

    private static final Duration DELAY = Duration.ofMillis(20);

    @Test
    void runs_action_after_the_delay() {
        CompletableFuture<Long> ran = new CompletableFuture<>();
        long start = Ticker.REAL.nanoTime();
        Ticker.REAL.after(DELAY, () -> ran.complete(Ticker.REAL.nanoTime()));
        assertThat(ran.orTimeout(1, TimeUnit.MINUTES).join() - start).isGreaterThanOrEqualTo(DELAY.toNanos());
    }

    @Test
    void never_runs_cancelled_action() throws InterruptedException {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        Ticker.REAL.after(DELAY, () -> cancelled.complete(null)).run();
        CountDownLatch later = new CountDownLatch(1);
        Ticker.REAL.after(DELAY.multipliedBy(5), later::countDown);
        later.await();
        assertThat(cancelled).isNotDone();
    }
}
