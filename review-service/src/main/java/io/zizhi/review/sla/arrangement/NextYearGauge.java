package io.zizhi.review.sla.arrangement;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Publishes the gauge {@code zizhi_calendar_next_year_missing}, checked every minute: 1 from 1 October on while the
 * next year is not loaded. The notice is published in November. Without it, due times after the turn of the year are
 * provisional.
 */
@ApplicationScoped
class NextYearGauge {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final RepeatingWork work;
    private final AtomicInteger missing = new AtomicInteger();

    NextYearGauge(Vertx vertx, MeterRegistry metrics, LookForNextYear look) {
        this.work = new RepeatingWork(
                vertx,
                "Calendar of the next year",
                PAUSE,
                () -> look.isMissing().invoke(is -> missing.set(is ? 1 : 0)).replaceWith(false));
        Gauge.builder("zizhi_calendar_next_year_missing", missing, AtomicInteger::get)
                .description("1 from 1 October on while the calendar of the next year is not loaded")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }
}
