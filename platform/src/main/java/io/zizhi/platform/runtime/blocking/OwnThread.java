package io.zizhi.platform.runtime.blocking;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One thread for a resource that may hang, such as a network folder. It keeps such calls away from the threads of {@link
 * Blocking}, which other work needs. While a call hangs, further calls are refused.
 */
public final class OwnThread {

    private static final int WAITING = 8;

    private final String name;
    private final Duration limit;
    private final ThreadPoolExecutor thread;
    private volatile @Nullable Long started;

    /**
     * @param name name of the thread and of the resource
     * @param limit how long a call may take, including the calls before it
     */
    public OwnThread(String name, Duration limit) {
        this.name = name;
        this.limit = limit;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.MILLISECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * Runs the work after the calls before it. Continues on the caller's Vert.x context.
     *
     * @return fails with {@link TimeoutException} after the limit, and with {@link RejectedExecutionException} while an
     *     earlier call hangs or too many calls wait
     */
    public <T> Uni<T> call(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            Long since = started;
            if (since != null && System.nanoTime() - since > limit.toNanos()) {
                return Uni.createFrom()
                        .failure(new RejectedExecutionException(name + ": an earlier call still hangs. Refused."));
            }
            return CallersContext.resume(Blocking.run(thread, () -> timed(work))
                    .ifNoItem()
                    .after(limit)
                    .failWith(() -> new TimeoutException(name + ": no result within " + limit)));
        });
    }

    private <T> T timed(Callable<T> work) throws Exception {
        started = System.nanoTime();
        try {
            return work.call();
        } finally {
            started = null;
        }
    }

    /** Refuses further calls. Does not wait for the current one. */
    public void stop() {
        thread.shutdown();
    }
}
