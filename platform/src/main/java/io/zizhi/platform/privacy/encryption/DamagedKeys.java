package io.zizhi.platform.privacy.encryption;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Measures how many accounts have keys that were set aside as damaged, for an alert. */
@ApplicationScoped
class DamagedKeys {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final AtomicLong damaged = new AtomicLong();
    private final RepeatingWork work;

    DamagedKeys(Vertx vertx, MeterRegistry metrics) {
        Gauge.builder("zizhi.account.keys.damaged", damaged, AtomicLong::get)
                .description("Accounts whose keys cannot be decrypted and were set aside")
                .register(metrics);
        this.work = new RepeatingWork(vertx, "Damaged keys", PAUSE, () -> count().replaceWith(false));
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    @WithSession
    Uni<Long> count() {
        return new NativeQuery("select count(*) from account_key where damaged_at is not null")
                .single(Long.class)
                .invoke(damaged::set);
    }
}
