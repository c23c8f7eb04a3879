package io.zizhi.qualification.bulk.importing.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.database.SingleStatement;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import io.zizhi.qualification.bulk.importing.model.ImportRowRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.IntStream;

/** Processes rows in the background while the service runs. Replicas share the work. */
@ApplicationScoped
class ImportLoop {

    private final ClaimImportRows claim;
    private final WorkOnImportRow work;
    private final List<RepeatingWork> workers;

    ImportLoop(
            Vertx vertx, SingleStatement statement, ClaimImportRows claim, WorkOnImportRow work, ImportConfig config) {
        this.claim = claim;
        this.work = work;
        this.workers = IntStream.range(0, config.workers())
                .mapToObj(worker -> new RepeatingWork(
                        vertx,
                        "Processing the rows of imports",
                        config.pause(),
                        () -> statement.ifFinds(ImportRowRepository.DUE, this::round)))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        wake();
    }

    /** Starts a round of each worker now, without its pause. */
    void wake() {
        workers.forEach(RepeatingWork::wake);
    }

    void stop(@Observes ShutdownEvent event) {
        workers.forEach(RepeatingWork::stop);
    }

    /** Performs one step on each of some due rows; returns false if none is due. */
    private Uni<Boolean> round() {
        return claim.handle()
                .chain(claimed -> Multi.createFrom()
                        .iterable(claimed)
                        .onItem()
                        .transformToUniAndConcatenate(work::handle)
                        .collect()
                        .asList()
                        .replaceWith(!claimed.isEmpty()));
    }
}
