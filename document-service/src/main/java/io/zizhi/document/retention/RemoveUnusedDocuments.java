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
import io.zizhi.document.pinning.RemoveRow;
import io.zizhi.document.storage.RemoveObject;
import io.zizhi.document.storage.UnusedRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Removes documents that no submission has used for {@link DocumentLimits#unusedFor}. Row first, object second, as an owner
 * deletes: the removal of the object is recorded with the row's, and tried again by every sweep of the storage. Replicas may
 * run it at the same time: each removal locks its row.
 */
@ApplicationScoped
public class RemoveUnusedDocuments {

    private static final Logger LOG = Logger.getLogger(RemoveUnusedDocuments.class);

    /** Documents of one round: a few seconds of work. What is left is due an hour later, which hurts nobody. */
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
                .description("Documents removed because no submission had used them for long")
                .register(metrics);
    }

    /** Registers the metric at the start and not with the first removal. */
    void begin(@Observes StartupEvent event) {
        // The constructor did.
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

    /** A document that cannot be removed now does not keep the others: it is due again in the next round. */
    private Uni<Void> removeOne(String documentId) {
        return removeRow
                .removeUnused(documentId, limits.unusedFor())
                .chain(this::removeObject)
                .onFailure()
                .invoke(failure -> LOG.warnf("unused document %s is left to the next sweep: %s", documentId, failure))
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
