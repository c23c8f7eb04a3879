package io.zizhi.platform.messaging.restore;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * The epoch of this service's database. It is reread every ten seconds, so a raised epoch takes effect without a
 * restart.
 */
@ApplicationScoped
public class ProducerEpoch {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final long UNKNOWN = 0;

    private final ReadProducerEpoch readEpoch;
    private final RepeatingWork work;
    private volatile long epoch = UNKNOWN;

    ProducerEpoch(Vertx vertx, ReadProducerEpoch readEpoch) {
        this.readEpoch = readEpoch;
        this.work = new RepeatingWork(
                vertx, "Producer epoch", PAUSE, () -> refresh().replaceWith(false));
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    /** Returns the epoch, or empty until it is first read. */
    public OptionalLong current() {
        return epoch == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(epoch);
    }

    Uni<Long> refresh() {
        return readEpoch.read().invoke(read -> epoch = read);
    }
}
