package io.zizhi.document.limits;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.FairBudget;
import io.zizhi.platform.runtime.blocking.FairBudget.Share;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Makes an upload or view wait for memory without blocking a thread. If no memory becomes free in time, fails with
 * UPLOADS_BUSY or VIEWS_BUSY.
 */
public final class Admission {

    private final Transfer transfer;
    private final FairBudget budget;

    public Admission(Transfer transfer, FairBudget budget) {
        this.transfer = transfer;
        this.budget = budget;
    }

    /**
     * Waits for the memory and continues on the caller's Vert.x context. The caller must release the share at the end.
     *
     * @param beforehand receives the share before it is granted
     */
    public Uni<Share> admit(String account, long bytes, Consumer<Share> beforehand) {
        return Uni.createFrom().deferred(() -> {
            Executor caller = callersContext();
            Share share = budget.ask(account, bytes);
            beforehand.accept(share);
            return Uni.createFrom()
                    .completionStage(share.granted())
                    .onFailure()
                    .transform(ignored -> share.isKeptOutByOwn() ? transfer.ownShareTaken() : transfer.busy())
                    .emitOn(caller)
                    .onFailure()
                    .invoke(share::leave)
                    .onCancellation()
                    .invoke(share::leave)
                    .replaceWith(share);
        });
    }

    public FairBudget budget() {
        return budget;
    }

    /** Returns an executor on the caller's context, the only one on which Hibernate Reactive finds its session. */
    private static Executor callersContext() {
        Context caller = Vertx.currentContext();
        return caller == null ? Runnable::run : next -> caller.runOnContext(ignored -> next.run());
    }
}
