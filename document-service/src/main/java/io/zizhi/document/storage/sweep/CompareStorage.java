package io.zizhi.document.storage.sweep;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.document.storage.objects.ObjectPage;
import io.zizhi.document.storage.objects.ObjectStore;
import io.zizhi.document.storage.objects.StoreErrorException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Compares the objects of a prefix with the rows of the same key range. Removes objects without a row and reports rows
 * without an object as suspects. A store on a file system may fail to list a prefix because of one damaged object. The
 * sweep then lists longer prefixes, so that one damaged object hides few others.
 */
@ApplicationScoped
class CompareStorage {

    private static final Logger LOG = Logger.getLogger(CompareStorage.class);

    /** Keys end in 32 hexadecimal digits. */
    private static final List<String> DIGITS = List.of("0123456789abcdef".split(""));

    /** Digits after the day in the longest prefix. A damaged object then hides one in 256 objects of its day. */
    private static final int MOST_DIGITS = 2;

    /** A key that sorts after every key of a prefix: keys consist of digits, slashes and the letters a to f. */
    private static final String LAST = "~";

    private final DocumentRepository documents;
    private final ObjectStore objects;
    private final Counter removed;

    CompareStorage(DocumentRepository documents, ObjectStore objects, MeterRegistry metrics) {
        this.documents = documents;
        this.objects = objects;
        this.removed = Counter.builder("zizhi.document.orphans.removed")
                .description("Objects removed because they had no row")
                .register(metrics);
    }

    /** Registers the metric at start-up, before the first sweep. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered the metric.
    }

    /**
     * Compares all prefixes.
     *
     * @param limit objects and rows newer than this are ignored, because an upload stores its object some time before
     *     its row
     */
    Uni<Void> compareAll(Stream<String> prefixes, Instant limit, SweepFindings findings) {
        return each(
                prefixes.toList(),
                prefix -> comparePages(prefix, prefix, limit, findings)
                        .onFailure(StoreErrorException.class)
                        .recoverWithUni(failure -> narrow(prefix, limit, findings, failure)));
    }

    private Uni<Void> comparePages(String prefix, String afterKey, Instant limit, SweepFindings findings) {
        return objects.list(prefix, afterKey)
                .call(page -> comparePage(prefix, afterKey, page, limit, findings))
                .chain(page -> page.last()
                        ? Uni.createFrom().voidItem()
                        : comparePages(prefix, page.objects().getLast().key(), limit, findings));
    }

    private Uni<Void> comparePage(
            String prefix, String afterKey, ObjectPage page, Instant limit, SweepFindings findings) {
        String until = page.last() ? prefix + LAST : page.objects().getLast().key();
        return rows(afterKey, until)
                .map(rows -> StorageDifference.between(page.objects(), rows, limit))
                .invoke(difference -> findings.suspect(difference.missing()))
                .chain(difference -> each(difference.orphans(), key -> removeOrphan(key, findings)));
    }

    private Uni<Void> narrow(String prefix, Instant limit, SweepFindings findings, Throwable failure) {
        int digits = prefix.length() - prefix.lastIndexOf('/') - 1;
        if (digits < MOST_DIGITS) {
            return compareAll(DIGITS.stream().map(digit -> prefix + digit), limit, findings);
        }
        findings.skip("the objects " + prefix + "…", failure);
        return rows(prefix, prefix + LAST)
                .map(rows -> StorageDifference.between(List.of(), rows, limit))
                .invoke(difference -> findings.suspect(difference.missing()))
                .replaceWithVoid();
    }

    private Uni<List<Document>> rows(String afterKey, String until) {
        return Panache.withSession(() -> documents.keyedBetween(afterKey, until));
    }

    private Uni<Void> removeOrphan(String key, SweepFindings findings) {
        return objects.remove(key)
                .invoke(() -> {
                    LOG.infof("Removed object %s without a row", key);
                    removed.increment();
                })
                .onFailure(StoreErrorException.class)
                .recoverWithItem(failure -> {
                    findings.skip("object " + key, failure);
                    return null;
                });
    }

    private static Uni<Void> each(List<String> keys, Function<String, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
