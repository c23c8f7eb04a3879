package io.zizhi.qualification.catalogue.listing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Folds the tally for as long as the service runs. */
@ApplicationScoped
public class TallyLoop {

    private final RepeatingWork work;

    /** @param pause between two rounds while nothing is left to fold */
    TallyLoop(
            Vertx vertx,
            FoldTally fold,
            @ConfigProperty(name = "zizhi.lists.fold-pause", defaultValue = "PT10S") Duration pause) {
        this.work = new RepeatingWork(vertx, "Folding the tally", pause, fold::round);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }
}
