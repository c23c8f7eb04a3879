package io.zizhi.platform.runtime.blocking;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Brings a chain back to the Vert.x context it was subscribed on, without which Hibernate Reactive has no session. */
public final class CallersContext {

    private CallersContext() {}

    /** Call it while the chain is being subscribed, on the caller's thread. */
    public static <T> Uni<T> resume(Uni<T> chain) {
        Context caller = Vertx.currentContext();
        return caller == null ? chain : chain.emitOn(next -> caller.runOnContext(ignored -> next.run()));
    }
}
