package io.zizhi.document.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.FairBudget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Cuts off transfers that are too slow, and counts them (metric {@code zizhi.document.transfers.cut}). */
@ApplicationScoped
public class TransferWatch {

    private static final Logger LOG = Logger.getLogger(TransferWatch.class);

    /** Interval of the checks: short enough for the shortest window, long enough to cost nothing. */
    private static final long EVERY_MILLIS = 250;

    private final Vertx vertx;
    private final DocumentLimits limits;
    private final MeterRegistry metrics;

    TransferWatch(Vertx vertx, DocumentLimits limits, MeterRegistry metrics) {
        this.vertx = vertx;
        this.limits = limits;
        this.metrics = metrics;
        for (Transfer transfer : Transfer.values()) {
            for (Slowness cause : Slowness.values()) {
                counter(transfer, cause);
            }
        }
    }

    /** Registers the metric at start-up, before the first transfer. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered the metric.
    }

    /**
     * Watches a transfer from now on.
     *
     * @param budget the budget from which the transfer holds memory
     * @param cut cuts the transfer off; called at most once, on the event loop
     */
    public Watched watch(Transfer transfer, String account, FairBudget budget, Consumer<Slowness> cut) {
        Watched watched = new Watched();
        TransferPace pace = new TransferPace(limits, System::nanoTime);
        watched.timer = vertx.setPeriodic(
                EVERY_MILLIS,
                ignored -> pace.judge(watched.moved.get(), budget.othersWait(account, limits.crowdedAfter()))
                        .ifPresent(cause -> {
                            watched.stop();
                            LOG.infof("Cut off a slow transfer: %s, %s", transfer, cause);
                            counter(transfer, cause).increment();
                            cut.accept(cause);
                        }));
        return watched;
    }

    private Counter counter(Transfer transfer, Slowness cause) {
        return Counter.builder("zizhi.document.transfers.cut")
                .description("Uploads and views that were cut off because they were too slow")
                .tag("transfer", transfer.label())
                .tag("cause", cause.label())
                .register(metrics);
    }

    /** A transfer that is watched until it stops. */
    public final class Watched {

        private final AtomicLong moved = new AtomicLong();
        private volatile long timer = -1;

        private Watched() {}

        /** Reports that more bytes have moved. */
        public void moved(long bytes) {
            moved.addAndGet(bytes);
        }

        /** Ends the watch; may be called twice. */
        public void stop() {
            vertx.cancelTimer(timer);
        }
    }
}
