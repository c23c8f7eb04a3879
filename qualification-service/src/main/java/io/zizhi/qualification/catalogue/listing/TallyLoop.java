package io.zizhi.qualification.catalogue.listing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Merges the tally in the background while the service runs. */
@ApplicationScoped
public class TallyLoop {

    private final RepeatingWork work;

    TallyLoop(Vertx vertx, FoldTally fold, ListConfig config) {
        this.work = new RepeatingWork(vertx, "Merging the tally of qualifications", config.foldPause(), fold::round);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }
}
