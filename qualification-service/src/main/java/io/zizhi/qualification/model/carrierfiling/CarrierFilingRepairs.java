package io.zizhi.qualification.model.carrierfiling;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
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
import org.jboss.logging.Logger;

/**
 * Looks for carrier filings that an older replica left open or did not request, during an upgrade or after a rollback.
 * Such replicas may run again at any time, so the search goes on: it reads a batch of carrier filings in each round, and
 * starts again after the last one. The load does not grow with the number of carrier filings, but the time of a search
 * does. Replicas search independently.
 */
@ApplicationScoped
class CarrierFilingRepairs {

    static final int BATCH = 1000;

    /** Signatures without carrier filings that are repaired in one round. */
    private static final int MOST_MISSING = 100;

    private static final Logger LOG = Logger.getLogger(CarrierFilingRepairs.class);

    private final CarrierFilingRepository filings;
    private final RepairCarrierFilings repair;
    private final Counter open;
    private final Counter missing;
    private final RepeatingWork work;

    /** Id of the last carrier filing of the batch before; 0 at the start of a search. */
    private final AtomicLong last = new AtomicLong();

    /** Id of the last signature without carrier filings of the round before; 0 if there were no more. */
    private final AtomicLong lastMissing = new AtomicLong();

    CarrierFilingRepairs(
            Vertx vertx,
            CarrierFilingRepository filings,
            RepairCarrierFilings repair,
            MeterRegistry metrics,
            CarrierFilingConfig policy) {
        this.filings = filings;
        this.repair = repair;
        this.open = counter(metrics, "open");
        this.missing = counter(metrics, "missing");
        Duration pause = policy.repairPause();
        this.work = new RepeatingWork(
                vertx, "Repair of carrier filings", pause, () -> round(BATCH).replaceWith(false));
    }

    private static Counter counter(MeterRegistry metrics, String damage) {
        return Counter.builder("zizhi_carrier_filing_repairs")
                .description("Signatures whose carrier filings an older replica left open, or did not request")
                .tag("damage", damage)
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    /** Repairs signatures without carrier filings, then the next batch. Returns false after the last batch. */
    Uni<Boolean> round(int batch) {
        int most = Math.min(batch, MOST_MISSING);
        return Panache.withSession(() -> filings.signaturesWithoutFilings(lastMissing.get(), most))
                .invoke(found -> lastMissing.set(found.size() == most ? found.getLast() : 0))
                .call(found -> repairAll(found, missing))
                .chain(() -> Panache.withSession(() -> filings.examine(last.get(), batch)))
                .call(examined -> repairAll(examined.damaged(), open))
                .map(examined -> {
                    last.set(examined.amount() == batch ? examined.last() : 0);
                    return examined.amount() == batch;
                });
    }

    private Uni<Void> repairAll(List<Long> signatures, Counter counter) {
        return Multi.createFrom()
                .iterable(signatures)
                .onItem()
                .transformToUniAndConcatenate(id -> repairOrSkip(id, counter))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A signature that cannot be repaired now must not hold up the others; the next search finds it again. */
    private Uni<Boolean> repairOrSkip(long signature, Counter counter) {
        return repair.handle(signature)
                .invoke(repaired -> {
                    if (repaired) {
                        counter.increment();
                        LOG.infof("Repaired the carrier filings of signature %d", signature);
                    }
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("The carrier filings of signature %d are not repaired yet: %s", signature, failure);
                    return false;
                });
    }
}
