package io.zizhi.platform.operations.reconciliation;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.operations.reconciliation.published.AggregateVersion;
import io.zizhi.platform.operations.reconciliation.published.ReconciliationSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares one page of aggregates. Calls the producer outside any transaction. */
@ApplicationScoped
class CompareTopic {

    private final Producers producers;
    private final ReconciliationTransaction transaction;
    private final ReconciliationSettings settings;
    private final ReconciliationMetrics metrics;

    CompareTopic(
            Producers producers,
            ReconciliationTransaction transaction,
            ReconciliationSettings settings,
            ReconciliationMetrics metrics) {
        this.producers = producers;
        this.transaction = transaction;
        this.settings = settings;
        this.metrics = metrics;
    }

    Uni<Void> compare(Walk walk) {
        return switch (walk.direction()) {
            case CURSORS -> alongCursors(walk);
            case PUBLISHED -> alongPublished(walk);
        };
    }

    /**
     * Compares one page of this service's cursors. It reads the cursors first: every event applied until then has been
     * published, so events in flight never count as ahead.
     */
    private Uni<Void> alongCursors(Walk walk) {
        return transaction
                .cursors(walk.topic(), walk.position(), settings.pageSize())
                .chain(cursors -> cursors.isEmpty()
                        ? store(walk, List.of(), List.of())
                        : producers
                                .versions(walk.topic(), ids(cursors))
                                .chain(published -> store(walk, ids(cursors), ahead(cursors, published))));
    }

    /**
     * Compares one page of published aggregates. It reads the cursors last, so events applied meanwhile do not count as
     * missing.
     */
    private Uni<Void> alongPublished(Walk walk) {
        return producers
                .page(walk.topic(), walk.position())
                .chain(published -> published.isEmpty()
                        ? store(walk, List.of(), List.of())
                        : transaction
                                .cursorsOf(walk.topic(), ids(published))
                                .chain(cursors -> store(walk, ids(published), behind(published, cursors))));
    }

    private Uni<Void> store(Walk walk, List<String> compared, List<Difference> differences) {
        return transaction
                .store(walk, compared, differences)
                .invoke(stored -> stored.ifPresent(found -> metrics.found(walk.topic(), found)))
                .replaceWithVoid();
    }

    private static List<String> ids(List<AggregateVersion> aggregates) {
        return aggregates.stream().map(AggregateVersion::aggregateId).toList();
    }

    static List<Difference> ahead(List<AggregateVersion> cursors, List<AggregateVersion> published) {
        Map<String, Long> there = byId(published);
        return cursors.stream()
                .filter(cursor -> cursor.version() > there.getOrDefault(cursor.aggregateId(), 0L))
                .map(cursor -> new Difference(
                        cursor.aggregateId(),
                        DifferenceKind.AHEAD,
                        cursor.version(),
                        there.getOrDefault(cursor.aggregateId(), 0L)))
                .toList();
    }

    /**
     * @param cursors last applied version by aggregate id; {@link Long#MAX_VALUE} for a parked aggregate, which
     *     therefore never counts as behind
     */
    static List<Difference> behind(List<AggregateVersion> published, Map<String, Long> cursors) {
        return published.stream().flatMap(each -> behind(each, cursors)).toList();
    }

    private static Stream<Difference> behind(AggregateVersion published, Map<String, Long> cursors) {
        String id = published.aggregateId();
        long here = cursors.getOrDefault(id, 0L);
        if (here >= published.version()) {
            return Stream.empty();
        }
        DifferenceKind kind = cursors.containsKey(id) ? DifferenceKind.BEHIND : DifferenceKind.NEVER_SEEN;
        return Stream.of(new Difference(id, kind, here, published.version()));
    }

    private static Map<String, Long> byId(List<AggregateVersion> aggregates) {
        Map<String, Long> versions = new HashMap<>();
        aggregates.forEach(each -> versions.put(each.aggregateId(), each.version()));
        return versions;
    }
}
