package io.zizhi.platform.runtime.blocking;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.limits.PlatformLimits;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The way to call a blocking library; {@link OwnThread} is for those that may hang. The work runs on its own bounded pool. The chain then continues on the
 * caller's Vert.x context, which Hibernate Reactive needs to find its session. Never call it inside a transaction: the
 * transaction would stay open as long as the work takes.
 */
@ApplicationScoped
public class Blocking {

    private static final int QUEUED_PER_THREAD = 32;

    private final ExecutorService pool;
    private final FairPlaces places;

    Blocking(PlatformLimits limits) {
        int threads = limits.blockingThreads();
        this.places = new FairPlaces(
                "TOO_BUSY",
                threads,
                limits.blockingThreadsPerAccount(),
                limits.blockingWaitingPerAccount(),
                limits.blockingPatience());
        this.pool = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(threads * QUEUED_PER_THREAD));
    }

    /** Fails with {@link java.util.concurrent.RejectedExecutionException} if the pool's queue is full. */
    public <T> Uni<T> call(Callable<T> work) {
        return Uni.createFrom().deferred(() -> CallersContext.resume(run(pool, work)));
    }

    static <T> Uni<T> run(Executor threads, Callable<T> work) {
        return Uni.createFrom()
                .emitter(emitter -> threads.execute(() -> {
                    try {
                        emitter.complete(work.call());
                    } catch (Throwable failure) {
                        // Errors too: a chain that never ends would hold its request and its resources forever.
                        emitter.fail(failure);
                    }
                }));
    }

    /**
     * Runs blocking work on behalf of an account. One account occupies only some of the threads, and accounts take
     * turns ({@link FairPlaces}). Fails with 429 or 503 {@code TOO_BUSY} if no thread becomes free.
     */
    public <T> Uni<T> call(String account, Callable<T> work) {
        return places.take(account, () -> call(work));
    }

    @PreDestroy
    void stop() {
        pool.shutdown();
    }
}
