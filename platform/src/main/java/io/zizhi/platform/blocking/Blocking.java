package io.zizhi.platform.blocking;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one way to call a blocking library. The work runs on a bounded pool of its own; the chain goes on on the
 * caller's Vert.x context, without which Hibernate Reactive cannot find its session. Never call it inside a
 * transaction: the transaction would stay open for as long as the work takes.
 */
@ApplicationScoped
public class Blocking {

    private static final int QUEUED_PER_THREAD = 32;

    private final ExecutorService pool;

    /** @param threads threads of the pool */
    @Inject
    Blocking(@ConfigProperty(name = "zizhi.blocking.threads", defaultValue = "8") int threads) {
        this.pool = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(threads * QUEUED_PER_THREAD));
    }

    /** Fails with {@link java.util.concurrent.RejectedExecutionException} when the pool's queue is full. */
    public <T> Uni<T> call(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            Uni<T> called = Uni.createFrom()
                    .<T>emitter(emitter -> pool.execute(() -> {
                        try {
                            emitter.complete(work.call());
                        } catch (Throwable failure) {
                            // Errors too: a chain that never ends would keep its request, and what it occupies, for
                            // ever.
                            emitter.fail(failure);
                        }
                    }));
            return caller == null ? called : called.emitOn(next -> caller.runOnContext(ignored -> next.run()));
        });
    }

    @PreDestroy
    void stop() {
        pool.shutdown();
    }
}
