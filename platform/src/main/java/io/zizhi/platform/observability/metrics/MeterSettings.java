package io.zizhi.platform.observability.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;

/** Settings of all meters: histogram buckets, and meters that are dropped because their figures mislead. */
@Singleton
class MeterSettings {

    /** Bucket bounds in milliseconds. Each time limit that the design promises is a bound. */
    private static final Map<String, long[]> BUCKETS = Map.of(
            "http.server.requests", new long[] {10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000},
            "outbox_publish", new long[] {5, 10, 25, 50, 100, 250, 1_000, 5_000, 15_000},
            "inbox_event_lag", new long[] {10, 20, 50, 100, 250, 1_000, 5_000, 30_000, 60_000, 300_000},
            "timer_fire_lateness", new long[] {100, 250, 500, 1_000, 2_000, 5_000, 60_000},
            "zizhi_review_first_touch", minutes(1, 5, 15, 30, 60, 120, 360, 720, 1_440, 4_320),
            "zizhi_review_decision_open", minutes(5, 15, 30, 60, 90, 120, 180, 360, 720, 1_080, 1_440, 2_160, 4_320),
            "zizhi_review_decision_wall", minutes(5, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 5_760, 10_080));

    private static long[] minutes(long... bounds) {
        return LongStream.of(bounds)
                .map(bound -> Duration.ofMinutes(bound).toMillis())
                .toArray();
    }

    @Produces
    @Singleton
    MeterFilter buckets() {
        return new Buckets();
    }

    /**
     * Drops these gauges. Vert.x registers them once per connection under the same name. Only the gauges of the first
     * connection would be exposed, with a warning at each start. The pool's meters ({@code sql_pool_*}) report the same
     * figures correctly.
     */
    @Produces
    @Singleton
    MeterFilter withoutGaugesOfSingleConnections() {
        return MeterFilter.deny(id ->
                id.getName().equals("postgresql.queue.size") || id.getName().equals("postgresql.current"));
    }

    private static final class Buckets implements MeterFilter {

        @Override
        public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
            long[] buckets = BUCKETS.get(id.getName());
            if (buckets == null || id.getType() != Meter.Type.TIMER) {
                return config;
            }
            double[] nanos = Arrays.stream(buckets)
                    .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
                    .toArray();
            return DistributionStatisticConfig.builder()
                    .serviceLevelObjectives(nanos)
                    .build()
                    .merge(config);
        }
    }
}
