package io.zizhi.platform.runtime.blocking;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * {@link RepeatingWork} whose rounds overlap: when a round has claimed something, the next one begins, while the first
 * one continues. So claims are made one after the other, and only for a free place. Each round has its own Vert.x
 * context, because a context holds one database session at a time.
 */
public final class OverlappingWork {

    private static final Logger LOG = Logger.getLogger(OverlappingWork.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 8;

    private final Vertx vertx;
    private final String name;
    private final Duration pause;
    private final int atOnce;
    private final Duration longest;
    private final Function<Runnable, Uni<Boolean>> work;
    private final Semaphore places;
    private final AtomicInteger failures = new AtomicInteger();
    private final RepeatingWork begin;

    /**
     * Creates work that does not run yet.
     *
     * @param pause before the next round if one has found nothing; a round that fails after its claim keeps its place
     *     for at least twice this
     * @param atOnce most rounds at once
     * @param longest limit for one round, so that a server that vanished silently does not keep a place forever
     * @param work one round; runs its argument when it has claimed something, and returns whether it has
     */
    public OverlappingWork(
            Vertx vertx,
            String name,
            Duration pause,
            int atOnce,
            Duration longest,
            Function<Runnable, Uni<Boolean>> work) {
        this.vertx = vertx;
        this.name = name;
        this.pause = pause;
        this.atOnce = atOnce;
        this.longest = longest;
        this.work = work;
        this.places = new Semaphore(atOnce);
        this.begin = new RepeatingWork(vertx, name, pause, this::beginRound);
    }

    public void start() {
        begin.start();
    }

    /** Begins no more rounds, and waits for those in progress. Blocks the thread. */
    public void stop(Duration patience) {
        begin.stop();
        try {
            if (!places.tryAcquire(atOnce, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warnf("%s stops before all of its rounds have ended", name);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins a round if there is a place. Returns whether it has claimed something, before it has ended. */
    private Uni<Boolean> beginRound() {
        if (!places.tryAcquire()) {
            return Uni.createFrom().item(false);
        }
        CompletableFuture<Boolean> claimed = new CompletableFuture<>();
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(ignored -> Uni.createFrom()
                .deferred(() -> work.apply(() -> claimed.complete(true)))
                .ifNoItem()
                .after(longest)
                .fail()
                .onFailure()
                .call(failure -> failed(claimed, failure))
                .onTermination()
                .invoke(() -> places.release())
                .subscribe()
                .with(found -> ended(claimed, found), failure -> LOG.debug("Cause", failure)));
        return Uni.createFrom().completionStage(claimed);
    }

    /** Wakes the work if it may have stopped because no place was free. */
    private void ended(CompletableFuture<Boolean> claimed, boolean found) {
        if (found) {
            failures.set(0);
        }
        if (!claimed.complete(found)) {
            begin.wake();
        }
    }

    /**
     * Makes the work pause if the claim failed. After a later failure, the place stays taken for a while, longer after
     * each one. Otherwise an outage that claims do not notice would claim everything there is.
     */
    private Uni<Void> failed(CompletableFuture<Boolean> claimed, Throwable failure) {
        Uni<Void> nothing = Uni.createFrom().voidItem();
        if (claimed.completeExceptionally(failure)) {
            return nothing;
        }
        LOG.warnf("%s failed after the claim: %s", name, failure);
        Duration growing = pause.multipliedBy(1L << Math.min(failures.incrementAndGet(), MOST_DOUBLINGS));
        return nothing.onItem().delayIt().by(growing.compareTo(LONGEST_PAUSE) < 0 ? growing : LONGEST_PAUSE);
    }
}
