package io.zizhi.document.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.limits.DocumentLimits;
import io.zizhi.document.limits.RetentionPolicy;
import io.zizhi.document.pinning.removal.RemoveRow;
import io.zizhi.document.pinning.removal.RemoveRow.Removed;
import io.zizhi.document.storage.UnusedPeriods;
import io.zizhi.document.storage.UnusedRepository;
import io.zizhi.document.storage.removed.RemovalRule;
import io.zizhi.document.storage.sweep.RemoveObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Removes documents that no submission uses, when their period is over. Before, it ends the uses whose retention is over.
 * As with deletion by the owner, the row goes first and the object second. The same transaction records the evidence, and
 * that the object must be removed; every storage sweep retries that. Replicas may run this at the same time: each removal
 * locks its row.
 */
@ApplicationScoped
public class RemoveUnusedDocuments {

    private static final Logger LOG = Logger.getLogger(RemoveUnusedDocuments.class);

    /** Maximum number of documents per round and period, which take a few seconds. The rest follows an hour later. */
    private static final int AT_ONCE = 1_000;

    private final EndUses endUses;
    private final UnusedRepository documents;
    private final RemoveRow removeRow;
    private final RemoveObject removeObject;
    private final UnusedPeriods periods;
    private final Map<RemovalRule, Counter> removed = new EnumMap<>(RemovalRule.class);

    RemoveUnusedDocuments(
            EndUses endUses,
            UnusedRepository documents,
            RemoveRow removeRow,
            RemoveObject removeObject,
            RetentionPolicy policy,
            DocumentLimits limits,
            MeterRegistry metrics) {
        this.endUses = endUses;
        this.documents = documents;
        this.removeRow = removeRow;
        this.removeObject = removeObject;
        this.periods = new UnusedPeriods(policy.neverNamed(), limits.unusedFor(), policy.quarantined());
        for (RemovalRule rule : RemovalRule.values()) {
            if (rule != RemovalRule.OWNER && rule != RemovalRule.ACCOUNT_ERASED) {
                removed.put(rule, counter(metrics, rule));
            }
        }
    }

    private static Counter counter(MeterRegistry metrics, RemovalRule rule) {
        return Counter.builder("zizhi.document.unused.removed")
                .description("Documents removed because their period was over, by the rule")
                .tag("rule", rule.name())
                .register(metrics);
    }

    /** Registers the metric at start-up, before the first removal. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered the metric.
    }

    @Scheduled(
            every = "${zizhi.documents.sweep-every}",
            delayed = "${zizhi.documents.sweep-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    public Uni<Void> removeAll() {
        return endUses.endAll()
                .chain(() -> Panache.withSession(() -> documents.expired(periods, AT_ONCE)))
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(this::removeOne)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** Removes one document. A failure does not stop the others; the next round tries the document again. */
    private Uni<Void> removeOne(String documentId) {
        return removeRow
                .removeUnused(documentId, periods)
                .chain(this::removeObject)
                .onFailure()
                .invoke(failure -> LOG.warnf("Unused document %s is not removed yet: %s", documentId, failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> removeObject(Optional<Removed> row) {
        if (row.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Objects.requireNonNull(removed.get(row.get().rule())).increment();
        return removeObject.remove(row.get().objectKey());
    }
}
