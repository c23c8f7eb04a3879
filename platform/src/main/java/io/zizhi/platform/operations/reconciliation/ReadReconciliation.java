package io.zizhi.platform.operations.reconciliation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the last comparison. */
@ApplicationScoped
class ReadReconciliation {

    private final ReconciliationRepository repository;

    ReadReconciliation(ReconciliationRepository repository) {
        this.repository = repository;
    }

    /** Returns the last comparison; fails with 404 before the first. */
    @WithSession
    Uni<ReconciliationView> latest() {
        return repository
                .latest()
                .map(row -> row.orElseThrow(() ->
                        Problems.notFound("RECONCILIATION_NOT_FOUND", "No reconciliation has run yet. Start one.")))
                .chain(this::withTopics);
    }

    private Uni<ReconciliationView> withTopics(Row row) {
        return repository.topics(row.number("id")).map(topics -> ReconciliationView.from(row, topics));
    }
}
