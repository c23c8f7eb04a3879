package io.zizhi.document.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.zizhi.platform.runtime.blocking.FairBudget;
import io.zizhi.platform.ticker.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jboss.logging.Logger;

/** Cuts off transfers that are too slow, and counts them (metric {@code zizhi.document.transfers.cut}). */
@ApplicationScoped
public class TransferWatch {

    private static final Logger LOG = Logger.getLogger(TransferWatch.class);

    /** Interval of the checks: short enough for the shortest window, long enough to cost nothing. */
    private static final Duration EVERY = Duration.ofMillis(250);

    private final Ticker ticker;
    private final DocumentLimits limits;
    private final MeterRegistry metrics;

    TransferWatch(Ticker ticker, DocumentLimits limits, MeterRegistry metrics) {
        this.ticker = ticker;
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
     * Watches a transfer from now on. Call it on the event loop.
     *
     * @param budget the budget from which the transfer holds memory
     * @param cut cuts the transfer off; called at most once, on the event loop
     */
    public Watched watch(Transfer transfer, String account, FairBudget budget, Consumer<Slowness> cut) {
        TransferPace pace = new TransferPace(limits, ticker);
        Watched watched =
                new Watched(moved -> pace.judge(moved, budget.othersWait(account, limits.crowdedAfter())), cause -> {
                    LOG.infof("Cut off a slow transfer: %s, %s", transfer, cause);
                    counter(transfer, cause).increment();
                    cut.accept(cause);
                });
        watched.checkLater();
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

        private final LongFunction<Optional<Slowness>> judge;
        private final Consumer<Slowness> cut;
        private final AtomicLong moved = new AtomicLong();
        private volatile boolean stopped;
        private volatile Runnable cancel = () -> {};

        private Watched(LongFunction<Optional<Slowness>> judge, Consumer<Slowness> cut) {
            this.judge = judge;
            this.cut = cut;
        }

        private void checkLater() {
            cancel = ticker.after(EVERY, this::check);
        }

        private void check() {
            if (stopped) {
                return;
            }
            judge.apply(moved.get())
                    .ifPresentOrElse(
                            cause -> {
                                stop();
                                cut.accept(cause);
                            },
                            this::checkLater);
        }

        /** Reports that more bytes have moved. */
        public void moved(long bytes) {
            moved.addAndGet(bytes);
        }

        /** Ends the watch; may be called twice. */
        public void stop() {
            stopped = true;
            cancel.run();
        }
    }
}
