package io.zizhi.document.storage.sweep;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.objects.StorageSettings;
import io.zizhi.document.storage.objects.UnreadableObjects;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Removes the recorded objects of deleted rows. Then compares objects and rows of the last days in both directions. An
 * object without a row is removed. A row without an object raises an alarm (metric
 * {@code zizhi.document.objects.missing}), because its bytes are lost. Unreadable objects are skipped and counted
 * (metric {@code zizhi.document.sweep.skipped}); only an outage ends a sweep early.
 */
@ApplicationScoped
public class SweepStorage {

    private static final Logger LOG = Logger.getLogger(SweepStorage.class);

    private final RemoveObject removeObject;
    private final CompareStorage compare;
    private final ConfirmMissing confirm;
    private final UnreadableObjects unreadable;
    private final DatabaseTime time;
    private final StorageSettings settings;
    private final AtomicInteger missing = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();
    private final Counter done;
    private final Counter failed;

    SweepStorage(
            RemoveObject removeObject,
            CompareStorage compare,
            ConfirmMissing confirm,
            UnreadableObjects unreadable,
            DatabaseTime time,
            StorageSettings settings,
            MeterRegistry metrics) {
        this.removeObject = removeObject;
        this.compare = compare;
        this.confirm = confirm;
        this.unreadable = unreadable;
        this.time = time;
        this.settings = settings;
        this.done = counter(metrics, "done");
        this.failed = counter(metrics, "failed");
        Gauge.builder("zizhi.document.objects.missing", missing, AtomicInteger::get)
                .description("Rows of the last days without an object, at the last sweep")
                .register(metrics);
        Gauge.builder("zizhi.document.sweep.skipped", skipped, AtomicInteger::get)
                .description("Objects and ranges of objects that the object store could not read at the last sweep")
                .register(metrics);
    }

    /** Registers the metrics at start-up, before the first sweep. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered them.
    }

    @Scheduled(
            every = "${zizhi.documents.sweep-every}",
            delayed = "${zizhi.documents.sweep-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    public Uni<Void> sweep() {
        return Panache.withSession(time::now).chain(now -> sweepOlderThan(now.minus(settings.orphanAge())));
    }

    Uni<Void> sweepOlderThan(Instant limit) {
        SweepFindings findings = new SweepFindings();
        return removeObject
                .removeAllLeft(findings)
                .chain(() -> compare.compareAll(days(limit).stream(), limit, findings))
                .chain(() -> confirm.confirm(findings))
                .call(this::recordLost)
                .invoke(gone -> report(gone, findings))
                .onFailure()
                .invoke(failure -> failed.increment())
                .replaceWithVoid();
    }

    /** Returns the prefixes of the days to compare. The day of the limit is the last. */
    private List<String> days(Instant limit) {
        return IntStream.rangeClosed(0, settings.sweepDays())
                .mapToObj(ago -> Document.keyPrefixOf(limit.minus(Duration.ofDays(ago))))
                .toList();
    }

    private Uni<Void> recordLost(List<String> gone) {
        return Multi.createFrom()
                .iterable(gone)
                .onItem()
                .transformToUniAndConcatenate(unreadable::recordLost)
                .onItem()
                .ignoreAsUni();
    }

    private void report(List<String> gone, SweepFindings findings) {
        gone.forEach(key -> LOG.errorf("Object %s is lost: its row exists", key));
        missing.set(gone.size());
        skipped.set(findings.skipped());
        done.increment();
    }

    private static Counter counter(MeterRegistry metrics, String outcome) {
        return Counter.builder("zizhi.document.sweeps")
                .description("Sweeps that compared objects and rows")
                .tag("outcome", outcome)
                .register(metrics);
    }
}
