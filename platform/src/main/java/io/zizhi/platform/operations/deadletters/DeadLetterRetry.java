package io.zizhi.platform.operations.deadletters;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.deadletter.DeadLetter;
import io.zizhi.platform.messaging.deadletter.DeadLetterRepository;
import io.zizhi.platform.messaging.deadletter.DeadLetterState;
import io.zizhi.platform.operations.OperationsAudit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The two transactions of a retry: recording the attempt, and its result. */
@ApplicationScoped
class DeadLetterRetry {

    private final DeadLetterRepository letters;
    private final OperationsAudit audit;

    DeadLetterRetry(DeadLetterRepository letters, OperationsAudit audit) {
        this.letters = letters;
        this.audit = audit;
    }

    /**
     * Begins a retry. Also returns a record that was read already, so that a retry after a lost response does no harm.
     */
    @WithTransaction
    Uni<DeadLetter> begin(long id, Caller operator) {
        return InspectDeadLetter.require(letters, id)
                .invoke(DeadLetterRetry::refuseDiscarded)
                .call(() -> letters.countRetry(id))
                .call(() -> audit.record(operator, "dead-letter.retried", "dead-letter", Long.toString(id), null));
    }

    @WithTransaction
    Uni<Void> end(long id, Optional<String> stillUnreadable) {
        return stillUnreadable.isPresent()
                ? letters.stillUnreadable(id, stillUnreadable.get())
                : letters.close(id, DeadLetterState.READ);
    }

    private static void refuseDiscarded(DeadLetter letter) {
        if (letter.state() == DeadLetterState.DISCARDED) {
            throw Problems.conflict("DEAD_LETTER_DISCARDED", "This dead letter was discarded.");
        }
    }
}
