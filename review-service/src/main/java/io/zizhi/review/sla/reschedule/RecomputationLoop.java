package io.zizhi.review.sla.reschedule;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.platform.database.SingleStatement;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Recomputes reviews after changes, as long as the service runs. One replica at a time handles a change. */
@ApplicationScoped
class RecomputationLoop {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RepeatingWork work;

    RecomputationLoop(Vertx vertx, SingleStatement statement, RecomputeBatch batch) {
        this.work = new RepeatingWork(
                vertx,
                "Recomputation of due times",
                PAUSE,
                () -> statement.ifFinds(RecomputationRepository.RUNNING, batch::next));
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }
}
