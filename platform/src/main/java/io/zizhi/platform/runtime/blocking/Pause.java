package io.zizhi.platform.runtime.blocking;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Waits without a thread and continues on the caller's Vert.x context. Hibernate Reactive needs that context, and
 * Mutiny's own delays would leave it.
 */
@ApplicationScoped
public class Pause {

    private final Vertx vertx;

    Pause(Vertx vertx) {
        this.vertx = vertx;
    }

    public Uni<Void> of(Duration duration) {
        return Uni.createFrom().emitter(emitter -> {
            Context caller = vertx.getOrCreateContext();
            vertx.setTimer(
                    Math.max(1, duration.toMillis()), fired -> caller.runOnContext(ignored -> emitter.complete(null)));
        });
    }
}
