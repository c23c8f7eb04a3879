package io.zizhi.qualification.outcome.unwatched;

import io.quarkus.arc.All;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Works the list off once the service runs; what is locked then is tried again after a pause. */
@ApplicationScoped
public class WatchLoop {

    private final WatchListed watch;
    private final List<Unwatched> kinds;
    private final RepeatingWork work;

    /** @param pause before the list is looked at again when nothing of it could be worked off */
    WatchLoop(
            Vertx vertx,
            WatchListed watch,
            @All List<Unwatched> kinds,
            @ConfigProperty(name = "zizhi.unwatched.pause", defaultValue = "PT10S") Duration pause) {
        this.watch = watch;
        this.kinds = kinds;
        this.work = new RepeatingWork(vertx, "Watching late", pause, this::round);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    /** One batch of each kind; true when there may be more. */
    Uni<Boolean> round() {
        return Multi.createFrom()
                .iterable(kinds)
                .onItem()
                .transformToUniAndConcatenate(watch::handle)
                .collect()
                .asList()
                .map(more -> more.contains(true));
    }
}
