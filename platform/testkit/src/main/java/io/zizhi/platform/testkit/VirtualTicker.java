package io.zizhi.platform.testkit;

import static java.util.Comparator.comparingLong;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.zizhi.platform.ticker.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A ticker that stands still until a test advances it, so that limits end exactly when the test wants. */
public final class VirtualTicker implements Ticker {

    private static final Duration STEP = Duration.ofSeconds(1);

    /** In the order in which they were added. */
    private final List<Timer> timers = new ArrayList<>();

    private long now;

    private record Timer(
            long due, Runnable action, @Nullable Context context) {

        /** Returns when the action has ended, also if it ran on a Vert.x context. */
        void run() {
            if (context == null) {
                action.run();
                return;
            }
            CompletableFuture<Void> ended = new CompletableFuture<>();
            context.runOnContext(ignored -> {
                try {
                    action.run();
                } finally {
                    ended.complete(null);
                }
            });
            ended.orTimeout(1, TimeUnit.MINUTES).join();
        }
    }

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized Runnable after(Duration delay, Runnable action) {
        Timer timer = new Timer(now + delay.toNanos(), action, Vertx.currentContext());
        timers.add(timer);
        return () -> remove(timer);
    }

    private synchronized boolean remove(Timer timer) {
        return timers.remove(timer);
    }

    /** Returns the number of actions that are due within this time. */
    public synchronized int actionsWithin(Duration time) {
        return (int) timers.stream()
                .filter(timer -> timer.due <= now + time.toNanos())
                .count();
    }

    /** Lets time pass, and runs the actions that are due one after the other, each at its time. */
    public void advance(Duration passed) {
        long end = nanoTime() + passed.toNanos();
        for (Timer timer = next(end); timer != null; timer = next(end)) {
            timer.run();
        }
    }

    /** Moves to the next action and takes it; moves to the end if there is none. */
    private synchronized @Nullable Timer next(long end) {
        Timer first = timers.stream()
                .filter(timer -> timer.due <= end)
                .min(comparingLong(Timer::due))
                .orElse(null);
        timers.remove(first);
        now = first == null ? end : Math.max(now, first.due);
        return first;
    }

    /** Advances second by second until the condition holds. Gives the service under test time between the seconds. */
    public void advanceUntil(BooleanSupplier condition) {
        Waits.await().until(() -> {
            if (!condition.getAsBoolean()) {
                advance(STEP);
            }
            return condition.getAsBoolean();
        });
    }

    /** Begins work that blocks, and advances second by second until it has ended. */
    public <T> T advanceUntilDone(Supplier<T> work) {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(work);
        advanceUntil(result::isDone);
        return result.join();
    }
}
