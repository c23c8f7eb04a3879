package io.zizhi.notification.sender.smpp;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The requests that wait for an answer of the SMSC: as many threads as the window has places. They are not those of
 * {@code Blocking}, because a silent SMSC would take them from other work.
 */
final class SmppWindow {

    private final int size;
    private final Semaphore places;
    private final ThreadPoolExecutor threads;
    private final Map<Thread, Long> waitingSince = new ConcurrentHashMap<>();

    SmppWindow(int size) {
        this.size = size;
        this.places = new Semaphore(size);
        this.threads = new ThreadPoolExecutor(
                size,
                size,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(size),
                Thread.ofPlatform().daemon().name("smpp-window-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Runs the request in a free place; empty if there is none. */
    <T> Optional<CompletableFuture<T>> run(Supplier<T> request) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        threads.execute(() -> run(request, answer));
        return Optional.of(answer);
    }

    /** Runs also if nobody waits for the answer any more, so that its place becomes free. */
    private <T> void run(Supplier<T> request, CompletableFuture<T> answer) {
        waitingSince.put(Thread.currentThread(), System.nanoTime());
        try {
            answer.complete(request.get());
        } catch (RuntimeException | Error failure) {
            answer.completeExceptionally(failure);
        } finally {
            waitingSince.remove(Thread.currentThread());
            places.release();
        }
    }

    /** Returns whether a request has waited longer than this: the SMSC no longer reads, and a write hangs. */
    boolean hangs(Duration longest) {
        long now = System.nanoTime();
        return waitingSince.values().stream().anyMatch(since -> now - since > longest.toNanos());
    }

    /** Lets no further request in, and waits for the answers to the current ones. */
    void drain(Duration patience) {
        try {
            if (!places.tryAcquire(size, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                places.drainPermits();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        threads.shutdown();
    }
}
