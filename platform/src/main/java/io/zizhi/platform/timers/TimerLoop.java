package io.zizhi.platform.timers;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sweeps for due timers while the service runs. Replicas sweep in parallel, without a leader. */
@ApplicationScoped
class TimerLoop {

    private final List<RepeatingWork> loops;
    private final DueTimerCheck check;
    private final TimerSweep sweep;
    private final TimerMetrics metrics;
    private final LastSweeps sweeps;
    private final Map<String, TimerRepository.Due> passed = new ConcurrentHashMap<>();

    TimerLoop(
            Vertx vertx,
            DueTimerCheck check,
            TimerSweep sweep,
            TimerMetrics metrics,
            LastSweeps sweeps,
            @All List<TimerOwner> owners,
            TimerConfig config) {
        this.sweep = sweep;
        this.metrics = metrics;
        this.sweeps = sweeps;
        this.check = check;
        this.loops = owners.stream()
                .map(owner ->
                        new RepeatingWork(vertx, "Timers of " + owner.ownerType(), config.pause(), () -> round(owner)))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        loops.forEach(RepeatingWork::start);
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(RepeatingWork::stop);
    }

    private Uni<Boolean> round(TimerOwner owner) {
        TimerRepository.Due from = passed.getOrDefault(owner.ownerType(), TimerRepository.Due.START);
        if (!from.equals(TimerRepository.Due.START)) {
            return sweep(owner, from);
        }
        return check.idleAt(owner.ownerType())
                .chain(idle ->
                        idle.map(now -> recordIdle(owner.ownerType(), now)).orElseGet(() -> sweep(owner, from)));
    }

    private Uni<Boolean> recordIdle(String type, Instant now) {
        record(type, TimerSweep.Swept.nothing(now, false));
        return Uni.createFrom().item(false);
    }

    /** Sweeps one batch. Successive batches pass through all due timers, then start again. */
    private Uni<Boolean> sweep(TimerOwner owner, TimerRepository.Due from) {
        String type = owner.ownerType();
        return sweep.sweep(owner, from)
                .onFailure()
                .invoke(() -> passed.remove(type))
                .invoke(swept -> passed.put(type, swept.passed()))
                .invoke(swept -> record(type, swept))
                .map(TimerSweep.Swept::more);
    }

    private void record(String type, TimerSweep.Swept swept) {
        metrics.swept(type, swept);
        if (!swept.held()) {
            sweeps.swept(type, swept.now());
        }
    }
}
