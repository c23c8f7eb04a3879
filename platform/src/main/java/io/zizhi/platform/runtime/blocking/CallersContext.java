package io.zizhi.platform.runtime.blocking;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Returns a chain to the Vert.x context of its subscription; without it, Hibernate Reactive has no session. */
public final class CallersContext {

    private CallersContext() {}

    /** Must be called on the caller's thread, while the chain is being subscribed. */
    public static <T> Uni<T> resume(Uni<T> chain) {
        Context caller = Vertx.currentContext();
        return caller == null ? chain : chain.emitOn(next -> caller.runOnContext(ignored -> next.run()));
    }
}
