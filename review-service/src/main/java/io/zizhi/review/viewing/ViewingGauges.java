package io.zizhi.review.viewing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/**
 * Publishes gauges, measured every 30 seconds: {@code zizhi_viewing_people} by level, and
 * {@code zizhi_viewing_people_outside_hours}. Every replica reports the same values.
 */
@ApplicationScoped
class ViewingGauges {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final String LEVEL = "level";

    private final ReadViewing read;
    private final RepeatingWork work;
    private final MultiGauge people;
    private final MultiGauge outsideHours;

    ViewingGauges(Vertx vertx, MeterRegistry metrics, ReadViewing read) {
        this.read = read;
        this.work = new RepeatingWork(
                vertx, "Metrics of views", PAUSE, () -> measure().replaceWith(false));
        this.people = MultiGauge.builder("zizhi_viewing_people")
                .description("Members of staff whose views of personal data are unusually many")
                .register(metrics);
        this.outsideHours = MultiGauge.builder("zizhi_viewing_people_outside_hours")
                .description("Members of staff who viewed personal data within an hour while the desk was closed")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    Uni<MeasuredViewing> measure() {
        return read.measure().invoke(this::show);
    }

    private void show(MeasuredViewing measured) {
        people.register(
                List.of(
                        MultiGauge.Row.of(Tags.of(LEVEL, ViewingLevel.UNUSUAL.name()), measured.unusual()),
                        MultiGauge.Row.of(Tags.of(LEVEL, ViewingLevel.LIMITED.name()), measured.limited())),
                true);
        outsideHours.register(List.of(MultiGauge.Row.of(Tags.empty(), measured.outsideHours())), true);
    }
}
