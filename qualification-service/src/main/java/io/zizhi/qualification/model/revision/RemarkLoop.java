package io.zizhi.qualification.model.revision;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Looks for plain remarks once a minute; usually one search of an empty index. */
@ApplicationScoped
class RemarkLoop {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int BATCH = 100;

    /** Id of the last revision of the batch before; 0 at the start of a round through all. */
    private final AtomicLong last = new AtomicLong();

    private final RepeatingWork work;

    RemarkLoop(Vertx vertx, SealRemarks sealRemarks) {
        this.work = new RepeatingWork(
                vertx,
                "Encryption of remarks",
                PAUSE,
                () -> sealRemarks.seal(last.get(), BATCH).invoke(last::set).map(id -> id > 0));
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }
}
