package io.zizhi.document.storage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Removes the objects of deleted rows that could not be removed at once, however old they are. Then compares objects and
 * rows of the last days, both ways: an object that never got its row is removed; a row whose object is gone is an alarm
 * (metric {@code zizhi.document.objects.missing}), because its bytes are lost.
 */
@ApplicationScoped
public class SweepStorage {

    private static final Logger LOG = Logger.getLogger(SweepStorage.class);

    /** Behind every key: keys are of digits, slashes and the letters a to f. */
    private static final String LAST_KEY = Document.KEY_PREFIX + "~";

    private final DocumentRepository documents;
    private final ObjectStore objects;
    private final RemoveObject removeObject;
    private final Clock clock;
    private final StorageSettings settings;
    private final AtomicInteger missing = new AtomicInteger();
    private final Counter removed;

    SweepStorage(
            DocumentRepository documents,
            ObjectStore objects,
            RemoveObject removeObject,
            Clock clock,
            StorageSettings settings,
            MeterRegistry metrics) {
        this.documents = documents;
        this.objects = objects;
        this.removeObject = removeObject;
        this.clock = clock;
        this.settings = settings;
        this.removed = Counter.builder("zizhi.document.orphans.removed")
                .description("Objects removed because they had no row")
                .register(metrics);
        Gauge.builder("zizhi.document.objects.missing", missing, AtomicInteger::get)
                .description("Rows of the last days whose object is gone, at the last sweep")
                .register(metrics);
    }

    /** Makes the figures at the start and not with the first sweep. */
    void begin(@Observes StartupEvent event) {
        // The constructor did.
    }

    @Scheduled(
            every = "${zizhi.documents.sweep-every}",
            delayed = "${zizhi.documents.sweep-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    public Uni<Void> sweep() {
        return sweepOlderThan(clock.instant().minus(settings.orphanAge()));
    }

    Uni<Void> sweepOlderThan(Instant limit) {
        String from = Document.keyPrefixOf(limit.minus(Duration.ofDays(settings.sweepDays())));
        return removeObject
                .removeAllLeft()
                .chain(() -> sweepFrom(from, limit, 0))
                .invoke(missing::set)
                .replaceWithVoid();
    }

    /** The number of missing objects, {@code found} and those from {@code afterKey} on. */
    private Uni<Integer> sweepFrom(String afterKey, Instant limit, int found) {
        return objects.list(Document.KEY_PREFIX, afterKey)
                .chain(page -> compare(page, afterKey, limit).chain(difference -> {
                    int soFar = found + difference.missing().size();
                    return page.last()
                            ? Uni.createFrom().item(soFar)
                            : sweepFrom(page.objects().getLast().key(), limit, soFar);
                }));
    }

    private Uni<StorageDifference> compare(ObjectPage page, String afterKey, Instant limit) {
        String until = page.last() ? LAST_KEY : page.objects().getLast().key();
        return Panache.withSession(() -> documents.keyedBetween(afterKey, until))
                .map(rows -> StorageDifference.between(page.objects(), rows, limit))
                .invoke(difference -> difference.missing().forEach(key -> LOG.errorf("object %s is gone", key)))
                .call(this::removeOrphans);
    }

    private Uni<Void> removeOrphans(StorageDifference difference) {
        return Multi.createFrom()
                .iterable(difference.orphans())
                .onItem()
                .transformToUniAndConcatenate(key -> objects.remove(key).invoke(() -> {
                    LOG.infof("object %s had no row and was removed", key);
                    removed.increment();
                }))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
