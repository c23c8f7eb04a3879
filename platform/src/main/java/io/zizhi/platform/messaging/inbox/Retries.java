package io.zizhi.platform.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Outages;
import io.zizhi.platform.runtime.blocking.Pause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Retries in place, with growing pauses. It subscribes again instead of nesting, so memory use does not grow during an
 * outage of days.
 */
@ApplicationScoped
class Retries {

    private static final Logger LOG = Logger.getLogger(Retries.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Pause pause;

    Retries(Pause pause) {
        this.pause = pause;
    }

    /** Retries until the work succeeds, after any failure. */
    <T> Uni<T> untilItWorks(String what, Supplier<Uni<T>> work) {
        return again(what, work, failure -> true);
    }

    /** Retries for as long as an outage lasts. Gives up after {@code tries} failures of any other kind. */
    <T> Uni<T> throughOutages(String what, int tries, Supplier<Uni<T>> work) {
        AtomicInteger hopeless = new AtomicInteger();
        return again(what, work, failure -> Outages.isOutage(failure) || hopeless.incrementAndGet() < tries);
    }

    /** Gives up on an outage at once, and on any other failure after {@code tries} attempts. */
    <T> Uni<T> unlessOutage(String what, int tries, Supplier<Uni<T>> work) {
        AtomicInteger hopeless = new AtomicInteger();
        return again(what, work, failure -> !Outages.isOutage(failure) && hopeless.incrementAndGet() < tries);
    }

    private <T> Uni<T> again(String what, Supplier<Uni<T>> work, Predicate<Throwable> worthwhile) {
        AtomicInteger failures = new AtomicInteger();
        return Uni.createFrom()
                .deferred(() -> work.get())
                .onFailure(worthwhile)
                .retry()
                .when(causes -> causes.onItem()
                        .transformToUniAndConcatenate(cause -> pauseAfter(what, cause, failures.incrementAndGet())));
    }

    private Uni<Integer> pauseAfter(String what, Throwable cause, int failures) {
        LOG.warnf("%s failed (%d times in a row), trying again: %s", what, failures, cause);
        return pause.of(backOff(failures)).replaceWith(failures);
    }

    private static Duration backOff(int failures) {
        Duration growing = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return growing.compareTo(LONGEST_PAUSE) < 0 ? growing : LONGEST_PAUSE;
    }
}
