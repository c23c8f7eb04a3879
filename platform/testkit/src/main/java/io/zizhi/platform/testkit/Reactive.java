package io.zizhi.platform.testkit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Runs reactive code from a test's own thread and waits for the result. */
public final class Reactive {

    private Reactive() {}

    /** Runs the work on a Vert.x context, as a request or delivery would. Rethrows its failure. */
    public static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static <T> T inTransaction(Supplier<Uni<T>> work) {
        return run(() -> Panache.withTransaction(work));
    }
}
