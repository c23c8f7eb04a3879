package io.zizhi.qualification.model.revision;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Looks for plain remarks once a minute; usually one search of an empty index. */
@ApplicationScoped
class RemarkLoop {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final RepeatingWork work;

    RemarkLoop(Vertx vertx, SealRemarks sealRemarks) {
        this.work = new RepeatingWork(vertx, "Encryption of remarks", PAUSE, sealRemarks::seal);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }
}
