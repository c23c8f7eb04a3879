package io.zizhi.platform.privacy.encryption.jobs;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.failpoint.FailPoint;
import io.zizhi.platform.runtime.failpoint.FailPoints;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The transactions of jobs. Each stores one complete batch. */
@ApplicationScoped
class KeyJobTransaction {

    private final KeyJobRepository jobs;
    private final FailPoints failPoints;

    KeyJobTransaction(KeyJobRepository jobs, FailPoints failPoints) {
        this.jobs = jobs;
        this.failPoints = failPoints;
    }

    @WithTransaction
    Uni<Optional<KeyJob>> claim(String worker) {
        return jobs.claim(worker);
    }

    /** Does a batch and stores its position. Returns true if another batch may follow at once. */
    @WithTransaction
    Uni<Boolean> batch(KeyJob job, KeyWork work) {
        return work.inside(job)
                .chain(batch -> batch.isEmpty()
                        ? Uni.createFrom().item(false)
                        : advance(job, batch.get()).replaceWith(true));
    }

    /** Stores the position of a batch that was done outside. */
    @WithTransaction
    Uni<Boolean> store(KeyJob job, Batch batch) {
        return advance(job, batch).replaceWith(true);
    }

    private Uni<Boolean> advance(KeyJob job, Batch batch) {
        return jobs.advance(job, batch)
                .invoke(KeyJobTransaction::requireFirst)
                .invoke(() -> failPoints.pass(FailPoint.KEYS_BEFORE_COMMIT));
    }

    /** Rolls the batch back if another replica has done it. */
    private static void requireFirst(boolean stored) {
        if (!stored) {
            throw new IllegalStateException("Another replica works on this job");
        }
    }

    @WithTransaction
    Uni<Void> recordFailure(KeyJob job, String worker, String failure) {
        return jobs.recordFailure(job.id(), worker, failure).replaceWithVoid();
    }
}
