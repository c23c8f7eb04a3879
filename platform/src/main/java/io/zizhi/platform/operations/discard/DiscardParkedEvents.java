package io.zizhi.platform.operations.discard;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.messaging.inbox.Inbox;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Carries out confirmed discards of many parked events, in batches. Each event has a transaction of its own, which locks
 * its aggregate, so replicas share the work and a crash loses nothing. The events behind a discarded one are applied at
 * once. If one of them parks the aggregate again for the same cause, it is discarded too, provided that it was received
 * in the period.
 */
@ApplicationScoped
class DiscardParkedEvents {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Events of one discard in one round. A round must end within two minutes. */
    private static final int BATCH = 50;

    private final DiscardRepository discards;
    private final CarryOutDiscard carryOutDiscard;
    private final Inbox inbox;
    private final RepeatingWork work;

    DiscardParkedEvents(Vertx vertx, DiscardRepository discards, CarryOutDiscard carryOutDiscard, Inbox inbox) {
        this.discards = discards;
        this.carryOutDiscard = carryOutDiscard;
        this.inbox = inbox;
        this.work = new RepeatingWork(vertx, "Discards of parked events", PAUSE, this::round);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    /** Starts a round soon instead of after the pause. */
    void wake() {
        work.wake();
    }

    /** Returns true if more events may be left to discard now. */
    private Uni<Boolean> round() {
        return discards.unfinished()
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(id -> batch(id, BATCH))
                .collect()
                .asList()
                .map(more -> more.contains(true));
    }

    private Uni<Boolean> batch(long id, int most) {
        return most == 0
                ? Uni.createFrom().item(true)
                : carryOutDiscard
                        .next(id)
                        .chain(discarded -> discarded.isEmpty()
                                ? discards.finish(id).replaceWith(false)
                                : inbox.resume(
                                                discarded.get().topic(),
                                                discarded.get().objectId())
                                        .chain(() -> batch(id, most - 1)));
    }
}
