package io.zizhi.platform.operations.reconciliation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.ListCursor;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the last comparison and its differences. */
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

    @WithSession
    Uni<Page<DifferenceView>> differences(long id, PageRequest page) {
        ListCursor after = ListCursor.from(page, 2);
        return repository
                .differences(
                        id, after == null ? "" : after.text(0), after == null ? "" : after.text(1), page.limit() + 1)
                .map(rows -> Page.of(
                                rows, page.limit(), row -> ListCursor.of(row.text("topic"), row.text("aggregate_id")))
                        .map(DifferenceView::from));
    }
}
