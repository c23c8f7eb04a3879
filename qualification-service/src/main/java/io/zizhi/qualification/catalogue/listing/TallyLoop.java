package io.zizhi.qualification.catalogue.listing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Merges the tally in the background while the service runs. */
@ApplicationScoped
public class TallyLoop {

    private final RepeatingWork work;

    /** @param pause time between two rounds while there is nothing to merge */
    TallyLoop(
            Vertx vertx,
            FoldTally fold,
            @ConfigProperty(name = "zizhi.lists.fold-pause", defaultValue = "PT10S") Duration pause) {
        this.work = new RepeatingWork(vertx, "Merging the tally of qualifications", pause, fold::round);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }
}
