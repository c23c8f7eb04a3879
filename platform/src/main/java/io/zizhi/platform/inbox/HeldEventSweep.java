package io.zizhi.platform.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Applies kept events that nothing holds any more. Usually whoever filled the gap has done that; this is for an aggregate
 * that an operator took up again, or whose process ended just then, and of which no further event comes.
 */
@ApplicationScoped
public class HeldEventSweep {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int BATCH = 50;

    private final Inbox inbox;
    private final InboxTransaction transaction;
    private final RepeatingWork work;

    @Inject
    HeldEventSweep(Vertx vertx, Inbox inbox, InboxTransaction transaction) {
        this.inbox = inbox;
        this.transaction = transaction;
        this.work = new RepeatingWork(vertx, "Held events", PAUSE, this::sweep);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    /** Sweeps soon instead of after the pause. */
    public void wake() {
        work.wake();
    }

    private Uni<Boolean> sweep() {
        return transaction
                .releasable(BATCH)
                .chain(aggregates -> Multi.createFrom()
                        .iterable(aggregates)
                        .onItem()
                        .transformToUniAndConcatenate(
                                aggregate -> inbox.resume(aggregate.topic(), aggregate.aggregateId())
                                        .replaceWith(true))
                        .collect()
                        .last()
                        .replaceWith(aggregates.size() == BATCH));
    }
}
