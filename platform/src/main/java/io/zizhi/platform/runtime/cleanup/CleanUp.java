package io.zizhi.platform.runtime.cleanup;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Continuously deletes old rows in small batches, from the platform's tables and those that a service adds. Audit rows,
 * cursors and discards are never deleted.
 */
@ApplicationScoped
public class CleanUp {

    private final RemoveOutdatedRows remove;
    private final MeterRegistry metrics;
    private final List<OutdatedRows> tables;
    private final RepeatingWork work;

    /** @param ofService tables that this service adds */
    CleanUp(
            Vertx vertx,
            RemoveOutdatedRows remove,
            MeterRegistry metrics,
            CleanUpConfig config,
            @All List<OutdatedRows> ofService) {
        this.remove = remove;
        this.metrics = metrics;
        this.tables = Stream.concat(
                        Stream.of(
                                OutdatedRows.outbox(config.outbox()),
                                OutdatedRows.inbox(config.inbox()),
                                OutdatedRows.timers(config.timers()),
                                OutdatedRows.deadLetters(config.deadLetters())),
                        ofService.stream())
                .toList();
        this.work = new RepeatingWork(vertx, "Clean-up", config.pause(), this::round);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    /** Deletes one batch from each table; returns true if any batch was full. */
    public Uni<Boolean> round() {
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToUniAndConcatenate(table -> remove.remove(table).invoke(count -> count(table, count)))
                .collect()
                .asList()
                .map(counts -> counts.stream().anyMatch(count -> count >= RemoveOutdatedRows.BATCH));
    }

    private void count(OutdatedRows table, int removed) {
        metrics.counter("clean_up_rows", "table", table.table()).increment(removed);
    }
}
