package io.zizhi.document.storage.verification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.objects.ObjectStore;
import io.zizhi.document.storage.objects.StorageSettings;
import io.zizhi.document.storage.objects.UnreadableObjects;
import io.zizhi.document.storage.objects.UnreadableRepository;
import io.zizhi.document.storage.verification.VerificationRepository.Verified;
import io.zizhi.platform.http.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Verifies stored bytes: reads a document, authenticates and decrypts it, and compares its SHA-256 with the row. First
 * come the documents that are listed as unreadable, because somebody may have restored them. Then come those that were
 * not verified for longest, as many as fit into the bytes of a round. One document is in memory at a time.
 */
@ApplicationScoped
public class VerifyContents {

    private static final Duration DAY = Duration.ofDays(1);

    /** Maximum number of listed documents that a round reads again. */
    private static final int MOST_LISTED = 100;

    private final VerificationRepository documents;
    private final UnreadableRepository findings;
    private final UnreadableObjects unreadable;
    private final ObjectStore objects;
    private final StorageSettings settings;
    private final MeterRegistry metrics;
    private final AtomicLong oldestAge = new AtomicLong();
    private final AtomicLong listed = new AtomicLong();
    private volatile String lastListed = "";

    VerifyContents(
            VerificationRepository documents,
            UnreadableRepository findings,
            UnreadableObjects unreadable,
            ObjectStore objects,
            StorageSettings settings,
            MeterRegistry metrics) {
        this.documents = documents;
        this.findings = findings;
        this.unreadable = unreadable;
        this.objects = objects;
        this.settings = settings;
        this.metrics = metrics;
        Gauge.builder("zizhi.document.verification.oldest.age", oldestAge, AtomicLong::get)
                .description("Age of the oldest verification of stored bytes; all documents are verified in this time")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("zizhi.document.unreadable.listed", listed, AtomicLong::get)
                .description("Documents that are listed as damaged or lost")
                .register(metrics);
    }

    /** Registers the metrics at start-up, before the first round. */
    void begin(@Observes StartupEvent event) {
        for (Outcome outcome : Outcome.values()) {
            count(outcome, 0);
        }
    }

    @Scheduled(
            every = "${zizhi.documents.sweep-every}",
            delayed = "${zizhi.documents.sweep-delay}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    public Uni<Void> verify() {
        return Panache.withTransaction(findings::clearRemoved)
                .chain(this::verifyListed)
                .chain(() -> Panache.withSession(documents::verifiedToday))
                .chain(today -> verifyOldest(Math.min(perRound(), perDay() - today)))
                .chain(() -> Panache.withSession(() -> documents
                        .oldestAge()
                        .invoke(oldestAge::set)
                        .chain(findings::count)
                        .invoke(listed::set)))
                .replaceWithVoid();
    }

    private long perDay() {
        return settings.verifiedPerDay().asLongValue();
    }

    /** Returns the bytes of a round, so that the rounds of a day are equal. At least one document fits. */
    private long perRound() {
        return Math.max(1, (long)
                (perDay() * Math.min(1.0, (double) settings.sweepEvery().toMillis() / DAY.toMillis())));
    }

    /** Each round goes on after the last key of the round before, so that documents that stay damaged delay no others. */
    private Uni<Void> verifyListed() {
        return Panache.withSession(() -> findings.keys(lastListed, MOST_LISTED))
                .invoke(keys -> lastListed = keys.size() < MOST_LISTED ? "" : keys.getLast())
                .onItem()
                .transformToMulti(keys -> Multi.createFrom().iterable(keys))
                .onItem()
                .transformToUniAndConcatenate(key -> Panache.withTransaction(() -> documents.claim(key))
                        .chain(found -> found.map(this::verify)
                                .orElseGet(() -> Uni.createFrom().item(Outcome.INTACT))))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> verifyOldest(long bytes) {
        AtomicLong left = new AtomicLong(bytes);
        return left.get() <= 0
                ? Uni.createFrom().voidItem()
                : Multi.createBy()
                        .repeating()
                        .uni(() -> verifyNext()
                                .invoke(found -> left.addAndGet(
                                        -found.map(Verified::size).orElse(0))))
                        .whilst(found -> found.isPresent() && left.get() > 0)
                        .onItem()
                        .ignoreAsUni();
    }

    private Uni<Optional<Verified>> verifyNext() {
        return Panache.withTransaction(() -> documents.claim(DAY.toSeconds()))
                .call(found ->
                        found.map(this::verify).orElseGet(() -> Uni.createFrom().item(Outcome.INTACT)));
    }

    private Uni<Outcome> verify(Verified document) {
        return objects.get(document.accountId(), document.objectKey(), document.size())
                .map(pieces -> pieces.digest().equals(document.sha256()) ? Outcome.INTACT : Outcome.DAMAGED)
                .call(outcome -> outcome == Outcome.DAMAGED
                        ? unreadable.recordDamaged(document.objectKey(), "its SHA-256 differs from that of its row")
                        : Uni.createFrom().voidItem())
                .onFailure(ProblemException.class)
                .recoverWithUni(VerifyContents::outcomeOf)
                .call(outcome -> outcome == Outcome.INTACT
                        ? Panache.withTransaction(() -> findings.clear(document.objectKey()))
                        : Uni.createFrom().voidItem())
                .invoke(outcome -> count(outcome, 1));
    }

    /** An outage ends the round. The document that was claimed is verified a day later. */
    private static Uni<Outcome> outcomeOf(ProblemException failure) {
        return switch (failure.code()) {
            case "DOCUMENT_DAMAGED" -> Uni.createFrom().item(Outcome.DAMAGED);
            case "DOCUMENT_LOST" -> Uni.createFrom().item(Outcome.LOST);
            case "ACCOUNT_ERASED" -> Uni.createFrom().item(Outcome.INTACT);
            default -> Uni.createFrom().failure(failure);
        };
    }

    private void count(Outcome outcome, int documents) {
        metrics.counter("zizhi.document.verified", "outcome", outcome.name()).increment(documents);
    }

    private enum Outcome {
        INTACT,
        DAMAGED,
        LOST
    }
}
