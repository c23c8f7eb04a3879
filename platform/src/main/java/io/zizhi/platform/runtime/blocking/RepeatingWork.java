package io.zizhi.platform.runtime.blocking;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Work that repeats in the background, on a Vert.x context that Hibernate Reactive accepts. It runs again at once while
 * there is more to do. Otherwise it pauses, and longer after each failure. Only one round runs at a time.
 *
 * <p>The Quarkus scheduler is not enough: it runs at most once a second, and timers may be at most a second late.
 */
public final class RepeatingWork {

    private static final Logger LOG = Logger.getLogger(RepeatingWork.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Limit for one round, so that a server that vanished silently does not stop the work forever. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    private final Vertx vertx;
    private final String name;
    private final Duration pause;
    private final Supplier<Uni<Boolean>> work;
    private final Context eventLoop;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile long timer = -1;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<@Nullable Supplier<Uni<Void>>> afterwards = new AtomicReference<>();

    /** @param work one round; returns true if there is more to do at once */
    public RepeatingWork(Vertx vertx, String name, Duration pause, Supplier<Uni<Boolean>> work) {
        this(vertx, vertx.getOrCreateContext(), name, pause, work);
    }

    private RepeatingWork(Vertx vertx, Context eventLoop, String name, Duration pause, Supplier<Uni<Boolean>> work) {
        this.vertx = vertx;
        this.eventLoop = eventLoop;
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    /** Creates other work on the same thread. If either of them hangs, the other hangs too. */
    public RepeatingWork onSameThread(String otherName, Duration otherPause, Supplier<Uni<Boolean>> otherWork) {
        return new RepeatingWork(vertx, eventLoop, otherName, otherPause, otherWork);
    }

    public void start() {
        wake();
    }

    /** Runs a round now, or once more after the current one. Thread-safe. */
    public void wake() {
        wanted.set(true);
        if (!stopped && running.compareAndSet(false, true)) {
            round();
        }
    }

    public void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    /** Stops the work, then runs {@code last} once no round is in progress. Waits for neither. */
    public void stop(Supplier<Uni<Void>> last) {
        afterwards.set(last);
        stop();
        end();
    }

    private void end() {
        if (running.compareAndSet(false, true)) {
            Supplier<Uni<Void>> last = afterwards.getAndSet(null);
            if (last != null) {
                Uni.createFrom()
                        .deferred(() -> last.get())
                        .subscribe()
                        .with(
                                done -> LOG.debugf("%s has ended", name),
                                failure -> LOG.debugf("%s has ended: %s", name, failure));
            }
        }
    }

    private void round() {
        Context context = VertxContext.createNewDuplicatedContext(eventLoop);
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> {
            wanted.set(false);
            Uni.createFrom()
                    .deferred(() -> work.get())
                    .ifNoItem()
                    .after(LONGEST_ROUND)
                    .fail()
                    .subscribe()
                    .with(this::succeeded, this::failed);
        });
    }

    private void succeeded(boolean more) {
        failures.set(0);
        again(more ? Duration.ZERO : pause);
    }

    private void failed(Throwable failure) {
        int inARow = failures.incrementAndGet();
        if (!stopped) {
            LOG.warnf("%s failed (%d times in a row), trying again: %s", name, inARow, failure);
            LOG.debug("Cause", failure);
        }
        Duration growing = pause.multipliedBy(1L << Math.min(inARow, 8));
        again(growing.compareTo(LONGEST_PAUSE) < 0 ? growing : LONGEST_PAUSE);
    }

    private void again(Duration delay) {
        running.set(false);
        if (stopped) {
            end();
            return;
        }
        if (delay.isZero() || (wanted.get() && failures.get() == 0)) {
            wake();
        } else {
            vertx.cancelTimer(timer);
            timer = vertx.setTimer(delay.toMillis(), ignored -> wake());
        }
    }
}
