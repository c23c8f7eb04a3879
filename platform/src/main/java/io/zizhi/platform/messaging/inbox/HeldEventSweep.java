package io.zizhi.platform.messaging.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/**
 * Applies held events that can now proceed. Usually the arrival of the missing event triggers this. The sweep covers
 * the other cases: an operator resumed the aggregate, or the process ended before the held events were applied.
 *
 * <p>The sweep visits all such aggregates in order and tries each once. An aggregate in an outage therefore does not
 * block the aggregates behind it; the next pass tries it again.
 */
@ApplicationScoped
public class HeldEventSweep {

    static final int BATCH = 50;

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int EVENTS_OF_ONE = 100;
    private static final InboxRepository.Aggregate START = new InboxRepository.Aggregate("", "");

    private final ResumeAggregate resumeAggregate;
    private final InboxTransaction transaction;
    private final RepeatingWork work;
    private volatile InboxRepository.Aggregate passed = START;

    HeldEventSweep(Vertx vertx, ResumeAggregate resumeAggregate, InboxTransaction transaction) {
        this.resumeAggregate = resumeAggregate;
        this.transaction = transaction;
        this.work = new RepeatingWork(vertx, "Held events", PAUSE, this::sweep);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    /** Starts a sweep soon instead of after the pause. */
    public void wake() {
        work.wake();
    }

    /** Sweeps one batch. Returns true if another should follow at once. */
    private Uni<Boolean> sweep() {
        return transaction.releasable(passed, BATCH).chain(this::resumeEach);
    }

    private Uni<Boolean> resumeEach(List<InboxRepository.Aggregate> aggregates) {
        return Multi.createFrom()
                .iterable(aggregates)
                .onItem()
                .transformToUniAndConcatenate(this::resume)
                .collect()
                .asList()
                .map(more -> goesOn(aggregates.size()) || more.contains(true));
    }

    /**
     * Advances the position before the attempt, so that an attempt that takes too long does not come first in the next
     * round.
     */
    private Uni<Boolean> resume(InboxRepository.Aggregate aggregate) {
        passed = aggregate;
        return resumeAggregate.resume(aggregate.topic(), aggregate.aggregateId(), EVENTS_OF_ONE);
    }

    private boolean goesOn(int found) {
        if (found < BATCH) {
            passed = START;
        }
        return found == BATCH;
    }
}
