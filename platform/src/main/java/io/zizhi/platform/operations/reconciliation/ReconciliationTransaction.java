package io.zizhi.platform.operations.reconciliation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.operations.reconciliation.published.AggregateVersion;
import io.zizhi.platform.operations.reconciliation.published.PublishedEvents;
import io.zizhi.platform.operations.reconciliation.published.ReconciliationSettings;
import io.zizhi.platform.operations.reconciliation.published.ResentEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transactions of a comparison. Each stores one complete step, so that any replica can continue after it. */
@ApplicationScoped
class ReconciliationTransaction {

    /**
     * A claimed comparison.
     *
     * @param reconciliationId id of the comparison
     * @param walk next step; null if everything was compared
     */
    record Claim(long reconciliationId, @Nullable Walk walk) {

        private static Claim from(Row row) {
            long id = row.number("id");
            String topic = row.textOrNull("topic");
            return new Claim(
                    id,
                    topic == null
                            ? null
                            : new Walk(id, topic, Walk.Direction.valueOf(row.text("direction")), row.text("position")));
        }
    }

    /** Differences of one topic whose events are to be requested. */
    record Missing(String topic, List<AggregateVersion> aggregates) {}

    private final ReconciliationRepository repository;
    private final ReconciliationSettings settings;

    ReconciliationTransaction(ReconciliationRepository repository, ReconciliationSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /** Claims the running comparison unless another replica works on it. */
    @WithTransaction
    Uni<Optional<Claim>> claim(String worker) {
        return repository.claim(worker).map(row -> row.map(Claim::from));
    }

    @WithSession
    Uni<List<AggregateVersion>> cursors(String topic, String after, int limit) {
        return repository.cursors(topic, after, limit);
    }

    @WithSession
    Uni<Map<String, Long>> cursorsOf(String topic, List<String> aggregateIds) {
        return repository.cursorsOf(topic, aggregateIds);
    }

    /**
     * Stores a page with its differences. Returns the kinds of those that nobody has accepted; empty if another replica
     * has stored the page.
     */
    @WithTransaction
    Uni<Optional<List<DifferenceKind>>> store(Walk walk, List<String> compared, List<Difference> differences) {
        return repository
                .advance(walk, compared)
                .chain(moved -> moved
                        ? add(walk, differences).map(Optional::of)
                        : Uni.createFrom().item(Optional.<List<DifferenceKind>>empty()))
                .call(() -> repository.progress(walk.reconciliationId()));
    }

    private Uni<List<DifferenceKind>> add(Walk walk, List<Difference> differences) {
        return differences.isEmpty()
                ? Uni.createFrom().item(List.of())
                : repository
                        .add(walk, differences)
                        .call(() -> repository.truncate(walk.reconciliationId(), settings.mostDifferences()));
    }

    /** Returns the next differences whose events must be requested. */
    @WithSession
    Uni<Optional<Missing>> missing(long id) {
        return repository
                .found(id, PublishedEvents.MOST)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(first -> new Missing(
                                first.text("topic"),
                                rows.stream()
                                        .map(row ->
                                                new AggregateVersion(row.text("aggregate_id"), row.number("version")))
                                        .toList())));
    }

    @WithTransaction
    Uni<Void> resent(long id, Missing missing, List<ResentEvents.Resent> resent) {
        List<String> asked =
                missing.aggregates().stream().map(AggregateVersion::aggregateId).toList();
        return repository
                .resent(id, missing.topic(), asked, resent)
                .chain(() -> repository.progress(id))
                .replaceWithVoid();
    }

    /** Closes settled differences, and the comparison if no more events are expected. */
    @WithTransaction
    Uni<Void> settle(long id) {
        return repository
                .settle(id)
                .call(settled ->
                        settled > 0 ? repository.progress(id) : Uni.createFrom().nullItem())
                .chain(() -> repository.finish(id, settings.patience()))
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> fail(long id, String failure) {
        return repository.fail(id, failure, settings.unreachableAfter()).replaceWithVoid();
    }
}
