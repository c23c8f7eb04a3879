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
 * Publishes the gauge {@code sms_unknown}, measured every ten seconds: the number of messages in UNKNOWN. After the
 * last recall only an operator can resolve such a message, so alert when the gauge stays above zero.
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
                .description("Messages with an unknown outcome")
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
