package io.zizhi.platform.operations.reconciliation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Runs the current comparison step by step. A step compares a page, requests missing events or checks whether they have
 * arrived. One replica works at a time; if it stops, another continues after the last stored step.
 */
@ApplicationScoped
class Reconciler {

    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS_AT_SCHEDULE = Duration.ofMinutes(1);
    private static final int LONGEST_FAILURE = 500;

    private final ReconciliationTransaction transaction;
    private final CompareTopic compareTopic;
    private final Producers producers;
    private final RepeatingWork work;
    private final RepeatingWork schedule;
    private final String worker = UUID.randomUUID().toString();

    Reconciler(
            Vertx vertx,
            ReconciliationTransaction transaction,
            StartReconciliation start,
            CompareTopic compareTopic,
            Producers producers) {
        this.transaction = transaction;
        this.compareTopic = compareTopic;
        this.producers = producers;
        this.work = new RepeatingWork(vertx, "Reconciliation", PAUSE, this::step);
        this.schedule = new RepeatingWork(
                vertx,
                "Schedule of reconciliations",
                BETWEEN_LOOKS_AT_SCHEDULE,
                () -> start.startDue().replaceWith(false));
    }

    void start(@Observes StartupEvent event) {
        work.start();
        schedule.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
        schedule.stop();
    }

    /** Continues soon instead of after the pause. */
    void wake() {
        work.wake();
    }

    /** Returns true if another step should follow at once. */
    private Uni<Boolean> step() {
        return transaction
                .claim(worker)
                .chain(claim -> claim.isEmpty()
                        ? Uni.createFrom().item(false)
                        : stepOf(claim.get()).onFailure().recoverWithUni(failure -> fail(claim.get(), failure)));
    }

    private Uni<Boolean> stepOf(ReconciliationTransaction.Claim claim) {
        Walk walk = claim.walk();
        return walk == null
                ? resendOrSettle(claim.reconciliationId())
                : compareTopic.compare(walk).replaceWith(true);
    }

    private Uni<Boolean> resendOrSettle(long id) {
        return transaction
                .missing(id)
                .chain(missing -> missing.isEmpty()
                        ? transaction.settle(id).replaceWith(false)
                        : resend(id, missing.get()).replaceWith(true));
    }

    private Uni<Void> resend(long id, ReconciliationTransaction.Missing missing) {
        return producers
                .resend(missing.topic(), missing.aggregates())
                .chain(resent -> transaction.resent(id, missing, resent));
    }

    private Uni<Boolean> fail(ReconciliationTransaction.Claim claim, Throwable failure) {
        LOG.warnf("The reconciliation failed to make progress and tries again: %s", failure);
        String text = failure.toString();
        return transaction
                .fail(claim.reconciliationId(), text.substring(0, Math.min(text.length(), LONGEST_FAILURE)))
                .replaceWith(false);
    }
}
