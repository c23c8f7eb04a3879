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
import io.zizhi.document.pinning.removal.RemoveRow;
import io.zizhi.document.storage.UnusedRepository;
import io.zizhi.document.storage.sweep.RemoveObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Removes documents that no submission has used for {@link DocumentLimits#unusedFor}. As with deletion by the owner,
 * the row goes first and the object second. The same transaction records that the object must be removed, and every
 * storage sweep retries that. Replicas may run this at the same time: each removal locks its row.
 */
@ApplicationScoped
public class RemoveUnusedDocuments {

    private static final Logger LOG = Logger.getLogger(RemoveUnusedDocuments.class);

    /** Maximum number of documents per round, which take a few seconds. The rest follows an hour later. */
    private static final int AT_ONCE = 1_000;

    private final UnusedRepository documents;
    private final RemoveRow removeRow;
    private final RemoveObject removeObject;
    private final DocumentLimits limits;
    private final Counter removed;

    RemoveUnusedDocuments(
            UnusedRepository documents,
            RemoveRow removeRow,
            RemoveObject removeObject,
            DocumentLimits limits,
            MeterRegistry metrics) {
        this.documents = documents;
        this.removeRow = removeRow;
        this.removeObject = removeObject;
        this.limits = limits;
        this.removed = Counter.builder("zizhi.document.unused.removed")
                .description("Documents removed because no submission had used them for a long time")
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
        return Panache.withSession(() -> documents.expired(limits.unusedFor(), AT_ONCE))
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
                .removeUnused(documentId, limits.unusedFor())
                .chain(this::removeObject)
                .onFailure()
                .invoke(failure -> LOG.warnf("Unused document %s is not removed yet: %s", documentId, failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> removeObject(Optional<String> objectKey) {
        if (objectKey.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        removed.increment();
        return removeObject.remove(objectKey.get());
    }
}
