package io.zizhi.platform.observability.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/**
 * Caps the number of series per meter. The code that sets a label limits its values; this cap is a second safeguard.
 * Each series stays in memory for the life of the process. Series over the cap are not recorded. The first one of a
 * meter is logged, and all are counted: {@code zizhi_metric_series_refused_total}.
 */
@Singleton
class SeriesLimit implements MeterFilter {

    /** The cap. The requests of the largest service have about 400 series: 80 routes with up to five statuses each. */
    static final int MOST = 1_000;

    /** The Kafka client removes and recreates its meters, so counting them here would exceed the cap. */
    private static final String RENEWED = "kafka.";

    private static final Logger LOG = Logger.getLogger(SeriesLimit.class);

    private final int most;
    private final Map<String, Set<Meter.Id>> series = new ConcurrentHashMap<>();
    private final Set<String> full = ConcurrentHashMap.newKeySet();
    private final LongAdder refused = new LongAdder();

    @Inject
    SeriesLimit() {
        this(MOST);
    }

    SeriesLimit(int most) {
        this.most = most;
    }

    void show(@Observes StartupEvent event, MeterRegistry metrics) {
        FunctionCounter.builder("zizhi_metric_series_refused", refused, LongAdder::sum)
                .description("Measurements that were not recorded because their meter has too many series: must stay 0")
                .register(metrics);
    }

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        if (id.getName().startsWith(RENEWED) || isWithin(id)) {
            return MeterFilterReply.NEUTRAL;
        }
        refused.increment();
        if (full.add(id.getName())) {
            LOG.warnf("Meter %s has %d series. Further series are not recorded.", id.getName(), most);
        }
        return MeterFilterReply.DENY;
    }

    /** Returns whether the series is known or still fits under the cap. Several registries ask for the same series. */
    private boolean isWithin(Meter.Id id) {
        Set<Meter.Id> known = series.computeIfAbsent(id.getName(), name -> new HashSet<>());
        synchronized (known) {
            return known.contains(id) || (known.size() < most && known.add(id));
        }
    }

    /** Returns the names of meters that have reached the cap. */
    Set<String> full() {
        return Set.copyOf(full);
    }

    long refused() {
        return refused.sum();
    }
}
