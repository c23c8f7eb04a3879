package io.zizhi.qualification.outcome.restriction.gauge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import io.zizhi.qualification.model.qualification.Restriction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Publishes gauges, measured every 30 seconds: {@code zizhi_qualifications_restricted} by restriction, and
 * {@code zizhi_restriction_requests_open}. Every replica reports the same values.
 */
@ApplicationScoped
class RestrictionGauges {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final CountRestrictions counts;
    private final RepeatingWork work;
    private final MultiGauge restricted;
    private final MultiGauge open;

    RestrictionGauges(Vertx vertx, MeterRegistry metrics, CountRestrictions counts) {
        this.counts = counts;
        this.work = new RepeatingWork(
                vertx, "Metrics of restrictions", PAUSE, () -> measure().replaceWith(false));
        this.restricted = MultiGauge.builder("zizhi_qualifications_restricted")
                .description("Suspended and revoked qualifications")
                .register(metrics);
        this.open = MultiGauge.builder("zizhi_restriction_requests_open")
                .description("Requests to suspend, reinstate or revoke that wait for a second supervisor")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    Uni<Void> measure() {
        return counts.restricted()
                .invoke(this::show)
                .chain(() -> counts.openRequests())
                .invoke(requests -> open.register(List.of(MultiGauge.Row.of(Tags.empty(), requests)), true))
                .replaceWithVoid();
    }

    private void show(Map<Restriction, Long> counted) {
        restricted.register(
                Stream.of(Restriction.SUSPENDED, Restriction.REVOKED)
                        .<MultiGauge.Row<?>>map(each ->
                                MultiGauge.Row.of(Tags.of("restriction", each.name()), counted.getOrDefault(each, 0L)))
                        .toList(),
                true);
    }
}
