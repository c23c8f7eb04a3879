package io.zizhi.notification.verification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Publishes the gauges {@code zizhi_phone_codes_issued} and {@code zizhi_phone_codes_verified}, measured every half
 * minute. Their ratio is the conversion. It falls when codes do not arrive, or when somebody requests codes for numbers
 * that they do not hold (SMS pumping). Each window ends five minutes ago, so that every code had its whole life to be
 * entered. Every replica reports the same values, because they are counted in the database.
 */
@ApplicationScoped
class CodeConversionGauges {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final CountCodeConversion count;
    private final RepeatingWork work;
    private final List<Window> windows;

    /** The last counts of one window. */
    private record Window(Duration length, AtomicLong issued, AtomicLong verified) {}

    CodeConversionGauges(Vertx vertx, MeterRegistry metrics, CountCodeConversion count) {
        this.count = count;
        this.work = new RepeatingWork(
                vertx, "Conversion of phone codes", PAUSE, () -> measure().replaceWith(false));
        this.windows = List.of(
                window(metrics, "15m", Duration.ofMinutes(15)),
                window(metrics, "1h", Duration.ofHours(1)),
                window(metrics, "1d", Duration.ofDays(1)));
    }

    private static Window window(MeterRegistry metrics, String label, Duration length) {
        var window = new Window(length, new AtomicLong(), new AtomicLong());
        Gauge.builder("zizhi.phone.codes.issued", window.issued(), AtomicLong::get)
                .description("Phone codes issued in a window that ended five minutes ago")
                .tag("window", label)
                .register(metrics);
        Gauge.builder("zizhi.phone.codes.verified", window.verified(), AtomicLong::get)
                .description("Those of them that were entered correctly")
                .tag("window", label)
                .register(metrics);
        return window;
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    Uni<Void> measure() {
        return Multi.createFrom()
                .iterable(windows)
                .onItem()
                .transformToUniAndConcatenate(window -> count.within(window.length())
                        .invoke(counted -> {
                            window.issued().set(counted.issued());
                            window.verified().set(counted.verified());
                        }))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
