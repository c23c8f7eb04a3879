package io.zizhi.platform.operations.reservation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.operations.reconciliation.Producers;
import io.zizhi.platform.operations.reservation.ReservedRows.Lapsed;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks qualification-service for the outcome of lapsed reservations, in batches, and releases those of failed attempts.
 * Replicas claim different rows. The gauge {@code zizhi_reservations_unknown} counts rows that stay because nobody knows
 * the outcome; every replica reports the same value.
 */
@ApplicationScoped
public class LapsedReservations {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofSeconds(30);

    private final List<ReservedRows> tables;
    private final Producers producers;
    private final List<RepeatingWork> work;
    private final AtomicLong unknown = new AtomicLong();

    LapsedReservations(Vertx vertx, MeterRegistry metrics, Producers producers, @All List<ReservedRows> tables) {
        this.tables = tables;
        this.producers = producers;
        this.work = tables.isEmpty()
                ? List.of()
                : List.of(
                        new RepeatingWork(vertx, "Lapsed reservations", PAUSE, this::round),
                        new RepeatingWork(
                                vertx,
                                "Metrics of reservations",
                                BETWEEN_MEASUREMENTS,
                                () -> measure().replaceWith(false)));
        if (!tables.isEmpty()) {
            Gauge.builder("zizhi.reservations.unknown", unknown, AtomicLong::get)
                    .description("Lapsed reservations that stay because the outcome of their submission is unknown")
                    .register(metrics);
        }
    }

    void start(@Observes StartupEvent event) {
        work.forEach(RepeatingWork::start);
    }

    void stop(@Observes ShutdownEvent event) {
        work.forEach(RepeatingWork::stop);
    }

    /** Asks for one batch of each table. Returns true if more may be due. */
    public Uni<Boolean> round() {
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToUniAndConcatenate(this::round)
                .collect()
                .asList()
                .map(found -> found.contains(true));
    }

    private Uni<Boolean> round(ReservedRows rows) {
        return Panache.withTransaction(rows::claim)
                .chain(lapsed -> lapsed.isEmpty()
                        ? Uni.createFrom().item(false)
                        : ask(lapsed)
                                .chain(outcomes -> Panache.withTransaction(() -> apply(rows, lapsed, outcomes)))
                                .replaceWith(true));
    }

    private Uni<List<AttemptOutcome>> ask(List<Lapsed> lapsed) {
        return producers
                .post(
                        "qualification-service",
                        "/internal/v1/submission-attempts/outcomes",
                        new OutcomesRequest(lapsed.stream().map(Lapsed::attempt).toList()),
                        OutcomesView.class)
                .map(OutcomesView::outcomes)
                .invoke(outcomes -> requireAll(lapsed, outcomes));
    }

    private static void requireAll(List<Lapsed> lapsed, List<AttemptOutcome> outcomes) {
        if (outcomes.size() != lapsed.size()) {
            throw new IllegalStateException(outcomes.size() + " outcomes for " + lapsed.size() + " attempts");
        }
    }

    private static Uni<Void> apply(ReservedRows rows, List<Lapsed> lapsed, List<AttemptOutcome> outcomes) {
        return Multi.createFrom()
                .items(IntStream.range(0, lapsed.size()).boxed())
                .onItem()
                .transformToUniAndConcatenate(index -> rows.apply(lapsed.get(index), outcomes.get(index)))
                .onItem()
                .ignoreAsUni();
    }

    /** Updates the gauge. */
    public Uni<Long> measure() {
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToUniAndConcatenate(rows -> Panache.withSession(rows::countUnknown))
                .collect()
                .with(Collectors.summingLong(count -> count))
                .invoke(unknown::set);
    }
}
