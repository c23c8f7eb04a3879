package io.zizhi.platform.operations.backlog;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Publishes the backlog as gauges, measured every ten seconds: {@code outbox_unpublished},
 * {@code outbox_oldest_age_seconds}, {@code outbox_resends_waiting}, {@code inbox_held_events},
 * {@code inbox_held_oldest_age_seconds}, {@code parked_aggregates}, {@code dead_letters_waiting},
 * {@code reconciliation_differences_open}, {@code reconciliation_age_seconds}, {@code timer_overdue_armed}. Alert on an
 * event held for more than 60 s, and on any parked aggregate, dead letter or open difference.
 */
@ApplicationScoped
class Backlog {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final MeterRegistry metrics;
    private final RepeatingWork work;
    private final Map<String, Double> figures = new ConcurrentHashMap<>();

    Backlog(Vertx vertx, MeterRegistry metrics, BacklogReader reader) {
        this.metrics = metrics;
        this.work = new RepeatingWork(
                vertx,
                "Backlog metrics",
                PAUSE,
                () -> reader.read().invoke(this::show).replaceWith(false));
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    private void show(Map<String, Double> measured) {
        measured.forEach((name, value) -> {
            if (figures.put(name, value) == null) {
                metrics.gauge(name, figures, all -> Objects.requireNonNull(all.get(name)));
            }
        });
    }
}
