package io.zizhi.platform.timers;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures how late timers fire and when each kind of owner was last swept. Timers that fire early are counted
 * separately.
 */
@ApplicationScoped
class TimerMetrics {

    private record Meters(Timer lateness, Counter early, AtomicLong lastSweep) {}

    private final Map<String, Meters> byOwner = new HashMap<>();
    private final Clock clock;

    TimerMetrics(MeterRegistry metrics, Clock clock, @All List<TimerOwner> owners) {
        this.clock = clock;
        owners.forEach(owner -> byOwner.put(owner.ownerType(), meters(metrics, owner.ownerType())));
    }

    private static Meters meters(MeterRegistry metrics, String owner) {
        AtomicLong lastSweep = new AtomicLong();
        Gauge.builder("timer_sweep_last_success_timestamp_seconds", lastSweep, AtomicLong::get)
                .description("Time of the last successful sweep, in seconds since 1970")
                .tag("owner", owner)
                .register(metrics);
        Timer lateness = Timer.builder("timer_fire_lateness")
                .description("Time from the due instant to the firing sweep, by the database's clock")
                .tag("owner", owner)
                .register(metrics);
        Counter early = Counter.builder("timer_fired_early")
                .description("Timers that fired before they were due: must stay 0")
                .tag("owner", owner)
                .register(metrics);
        return new Meters(lateness, early, lastSweep);
    }

    void swept(String owner, TimerSweep.Swept swept) {
        Meters meters = Objects.requireNonNull(byOwner.get(owner));
        if (!swept.held()) {
            meters.lastSweep().set(clock.instant().getEpochSecond());
        }
        for (FiredTimer timer : swept.fired()) {
            Duration late = Duration.between(timer.dueAt(), swept.now());
            if (late.isNegative()) {
                meters.early().increment();
            } else {
                meters.lateness().record(late);
            }
        }
    }
}
