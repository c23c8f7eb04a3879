package io.zizhi.platform.operations.reconciliation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import io.zizhi.platform.operations.reconciliation.published.ReconciliationSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;

/** Starts a comparison unless one is running. Any free replica works on it. */
@ApplicationScoped
class StartReconciliation {

    private static final String SCHEDULE = "schedule";
    private static final String DUE = "Due by zizhi.reconciliation.every, or a topic was deleted and created again.";

    private final ReconciliationRepository repository;
    private final ConsumedTopics topics;
    private final OperationsAudit audit;
    private final ReconciliationSettings settings;

    StartReconciliation(
            ReconciliationRepository repository,
            ConsumedTopics topics,
            OperationsAudit audit,
            ReconciliationSettings settings) {
        this.repository = repository;
        this.topics = topics;
        this.audit = audit;
        this.settings = settings;
    }

    /** Starts a comparison for an operator, or reuses the running one. */
    @WithTransaction
    Uni<Void> start(String reason, Caller operator) {
        return repository
                .start(operator.subject(), reason, topics.all())
                .chain(started ->
                        audit.record(operator, "reconciliation.started", "reconciliation", describe(started), reason));
    }

    /** Starts a comparison that is due, in only one of all replicas. Returns true if it did. */
    @WithTransaction
    Uni<Boolean> startDue() {
        return repository
                .takeTurn(settings.every())
                .chain(due -> due
                        ? repository.start(SCHEDULE, DUE, topics.all()).map(OptionalLong::isPresent)
                        : Uni.createFrom().item(false));
    }

    private static String describe(OptionalLong started) {
        return started.isPresent() ? Long.toString(started.getAsLong()) : "running";
    }
}
