package io.zizhi.platform.messaging.erasure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.privacy.ErasureConfig;
import io.zizhi.platform.privacy.encryption.AccountKeys;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Erases accounts in the background, one at a time and in batches. It needs no state but the rows that are left: after
 * a crash or an outage it goes on with them. An account whose erasure fails is tried again after a pause, and does not
 * keep the others waiting.
 */
@ApplicationScoped
public class ErasureLoop {

    /** Longer than the longest round, so that two replicas do not work on one account. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    /** How long one round works on an account. */
    private static final Duration ROUND = Duration.ofSeconds(30);

    private final EraseBatch batch;
    private final List<AccountErasure> rows;
    private final List<RemoteErasure> remote;
    private final MeterRegistry metrics;
    private final Duration settle;
    private final Duration pause;
    private final RepeatingWork work;
    private final AtomicLong oldestAge = new AtomicLong();

    ErasureLoop(
            Vertx vertx,
            EraseBatch batch,
            @All List<AccountErasure> rows,
            @All List<RemoteErasure> remote,
            MeterRegistry metrics,
            AccountKeys keys,
            ErasureConfig config) {
        this.batch = batch;
        this.rows = List.copyOf(rows);
        this.remote = List.copyOf(remote);
        this.metrics = metrics;
        // A request may begin with a key from memory, and then last as long as any.
        this.settle = config.settle().plus(keys.cacheLife());
        this.pause = config.pause();
        Gauge.builder("zizhi.account.erasure.oldest.age", oldestAge, AtomicLong::get)
                .description("Age of the oldest unfinished erasure of an account, by its last tombstone")
                .baseUnit("seconds")
                .register(metrics);
        this.work = new RepeatingWork(vertx, "Erasure of accounts", config.pause(), this::round);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    void wake() {
        work.wake();
    }

    /** Works on one account. Returns false if no erasure is due. */
    public Uni<Boolean> round() {
        return batch.oldestAge()
                .invoke(oldestAge::set)
                .chain(() -> batch.claim(LEASE))
                .chain(accountId -> accountId
                        .map(found -> erase(found).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> erase(String accountId) {
        long until = System.nanoTime() + ROUND.toNanos();
        return exhaust(rows, erasure -> batch.erase(erasure, accountId), until)
                .chain(done -> done ? exhaust(remote, erasure -> erasure.erase(accountId), until) : stopped())
                .chain(done -> done ? finish(accountId) : batch.release(accountId, Duration.ZERO, null))
                .onFailure()
                .call(failure -> batch.release(accountId, pause, kind(failure)));
    }

    private static String kind(Throwable failure) {
        return failure instanceof ProblemException problem
                ? problem.code()
                : failure.getClass().getSimpleName();
    }

    private static Uni<Boolean> stopped() {
        return Uni.createFrom().item(false);
    }

    private Uni<Void> finish(String accountId) {
        return batch.finish(accountId, settle)
                .invoke(finished -> {
                    if (finished) {
                        metrics.counter("account_erasures").increment();
                    }
                })
                .replaceWithVoid();
    }

    /** Calls each erasure until nothing is left. Returns false if the time is over before. */
    private static <E> Uni<Boolean> exhaust(List<E> erasures, Function<E, Uni<Integer>> step, long until) {
        return Multi.createFrom()
                .iterable(erasures)
                .onItem()
                .transformToUniAndConcatenate(erasure -> exhaust(() -> step.apply(erasure), until))
                .collect()
                .asList()
                .map(done -> !done.contains(false));
    }

    private static Uni<Boolean> exhaust(Supplier<Uni<Integer>> step, long until) {
        AtomicInteger last = new AtomicInteger(1);
        return Multi.createBy()
                .repeating()
                .uni(() -> step.get().invoke(last::set))
                .whilst(erased -> erased > 0 && System.nanoTime() < until)
                .onItem()
                .ignoreAsUni()
                .map(ignored -> last.get() == 0);
    }
}
