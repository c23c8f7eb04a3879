package io.zizhi.document.retention.hold;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.document.storage.hold.HoldRepository;
import io.zizhi.platform.messaging.erasure.BeginErasure;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Begins withheld erasures whose last hold was lifted. */
@ApplicationScoped
class ResumeErasures {

    /** Nobody waits for an erasure that was withheld for weeks. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final HoldRepository holds;
    private final BeginErasure begin;
    private final RepeatingWork work;
    private final AtomicLong withheld = new AtomicLong();

    ResumeErasures(Vertx vertx, HoldRepository holds, BeginErasure begin, MeterRegistry metrics) {
        this.holds = holds;
        this.begin = begin;
        Gauge.builder("zizhi.account.erasures.withheld", withheld, AtomicLong::get)
                .description("Erasures of accounts that wait for the end of a legal hold")
                .register(metrics);
        this.work = new RepeatingWork(vertx, "Withheld erasures", PAUSE, this::round);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    /** Begins one erasure. The record goes in the same transaction, so a crash in between loses nothing. */
    private Uni<Boolean> round() {
        return Panache.withSession(holds::countWithheld)
                .invoke(withheld::set)
                .chain(count -> count == 0
                        ? Uni.createFrom().item(false)
                        : Panache.withTransaction(() -> holds.endWithheld()
                                .call(account -> account.map(begin::begin)
                                        .orElseGet(() -> Uni.createFrom().item(false)))
                                .map(account -> account.isPresent())));
    }
}
