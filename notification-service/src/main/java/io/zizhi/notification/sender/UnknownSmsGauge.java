package io.zizhi.notification.sender;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Shows, measured every ten seconds, {@code sms_unknown}: how many messages are UNKNOWN. After the last recall nothing
 * moves such a message but people, who learn of it here; a figure that stays above zero is worth an alert.
 */
@ApplicationScoped
class UnknownSmsGauge {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final CountUnknownSms countUnknown;
    private final RepeatingWork work;
    private final AtomicLong unknown = new AtomicLong();

    UnknownSmsGauge(Vertx vertx, MeterRegistry metrics, CountUnknownSms countUnknown) {
        this.countUnknown = countUnknown;
        this.work =
                new RepeatingWork(vertx, "SMS metrics", PAUSE, () -> measure().replaceWith(false));
        Gauge.builder("sms_unknown", unknown, AtomicLong::get)
                .description("Messages of which nobody knows whether the sender has them")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    Uni<Long> measure() {
        return countUnknown.count().invoke(unknown::set);
    }
}
