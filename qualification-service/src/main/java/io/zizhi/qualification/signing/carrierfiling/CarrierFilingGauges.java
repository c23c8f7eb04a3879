package io.zizhi.qualification.signing.carrierfiling;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingConfig;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Publishes gauges, measured every 30 seconds: {@code zizhi_carrier_filings_open} and {@code
 * zizhi_carrier_filings_overdue}, by carrier and state. Every replica reports the same values.
 */
@ApplicationScoped
class CarrierFilingGauges {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final CountCarrierFilings counts;
    private final CarrierFilingConfig policy;
    private final RepeatingWork work;
    private final MultiGauge open;
    private final MultiGauge overdue;

    CarrierFilingGauges(Vertx vertx, MeterRegistry metrics, CountCarrierFilings counts, CarrierFilingConfig policy) {
        this.counts = counts;
        this.policy = policy;
        this.work = new RepeatingWork(
                vertx, "Metrics of carrier filings", PAUSE, () -> measure().replaceWith(false));
        this.open = MultiGauge.builder("zizhi_carrier_filings_open")
                .description("Carrier filings that wait for the filing system or the carrier")
                .register(metrics);
        this.overdue = MultiGauge.builder("zizhi_carrier_filings_overdue")
                .description("Carrier filings whose due time has passed")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    Uni<Void> measure() {
        return counts.open()
                .map(this::withZeros)
                .invoke(counted -> {
                    show(open, counted, CarrierFilingCount::amount);
                    show(overdue, counted, CarrierFilingCount::overdue);
                })
                .replaceWithVoid();
    }

    /** Adds the carriers of the policy that have no open filing, so that their series exist. */
    private List<CarrierFilingCount> withZeros(List<CarrierFilingCount> counted) {
        Stream<CarrierFilingCount> none = policy.carriers().orElse(List.of()).stream()
                .flatMap(carrier -> Stream.of(CarrierFilingStatus.PENDING, CarrierFilingStatus.FILED)
                        .filter(status -> counted.stream()
                                .noneMatch(each -> each.carrier().equals(carrier) && each.status() == status))
                        .map(status -> new CarrierFilingCount(carrier, status, 0, 0)));
        return Stream.concat(counted.stream(), none).toList();
    }

    private static void show(
            MultiGauge gauge, List<CarrierFilingCount> counted, ToLongFunction<CarrierFilingCount> value) {
        gauge.register(
                counted.stream()
                        .<MultiGauge.Row<?>>map(each -> MultiGauge.Row.of(
                                Tags.of(
                                        "carrier",
                                        each.carrier(),
                                        "status",
                                        each.status().name()),
                                value.applyAsLong(each)))
                        .toList(),
                true);
    }
}
