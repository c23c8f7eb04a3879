package io.zizhi.platform.operations.deadletters;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.deadletter.DeadLetter;
import io.zizhi.platform.messaging.deadletter.DeadLetterRepository;
import io.zizhi.platform.operations.OperationsAudit;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows an unreadable record and records the view. */
@ApplicationScoped
public class InspectDeadLetter {

    private final DeadLetterRepository letters;
    private final OperationsAudit audit;

    InspectDeadLetter(DeadLetterRepository letters, OperationsAudit audit) {
        this.letters = letters;
        this.audit = audit;
    }

    @WithTransaction
    Uni<DeadLetterDetailView> inspect(long id, Caller operator) {
        return require(letters, id)
                .call(found -> audit.record(operator, "dead-letter.inspected", "dead-letter", Long.toString(id), null))
                .map(DeadLetterDetailView::from);
    }

    static Uni<DeadLetter> require(DeadLetterRepository letters, long id) {
        return letters.lock(id)
                .map(found ->
                        found.orElseThrow(() -> Problems.notFound("DEAD_LETTER_NOT_FOUND", "No such dead letter.")));
    }
}
