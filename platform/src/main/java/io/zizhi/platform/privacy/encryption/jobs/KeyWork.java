package io.zizhi.platform.privacy.encryption.jobs;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The work of one kind of job. A batch that is repeated after a crash must not do harm. */
public interface KeyWork {

    /** The step after which a job is finished. */
    String DONE = "DONE";

    KeyJobKind kind();

    /** Fails with 409 if a job must not be started. Needs a session. */
    default Uni<Void> requireStartable() {
        return Uni.createFrom().voidItem();
    }

    /**
     * Does a batch outside of any transaction, for example with calls of other systems.
     *
     * @return empty if the batch belongs into a transaction
     */
    default Uni<Optional<Batch>> outside(KeyJob job) {
        return Uni.createFrom().item(Optional.empty());
    }

    /**
     * Does a batch in the current transaction, in which its position is stored as well.
     *
     * @return empty if the job has to wait
     */
    Uni<Optional<Batch>> inside(KeyJob job);
}
