package io.zizhi.document.scanning;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.DocumentQuarantined;
import io.zizhi.document.recognition.RequestRecognition;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Records the result of a scan. A threat is also published and audited; a clean picture may be recognised. */
@ApplicationScoped
class RecordScanResult {

    private final DocumentRepository documents;
    private final RequestRecognition recognition;
    private final DatabaseTime time;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;
    private final ScannerConfig config;

    RecordScanResult(
            DocumentRepository documents,
            RequestRecognition recognition,
            DatabaseTime time,
            Outbox outbox,
            AuditLog audit,
            Clock clock,
            ScannerConfig config) {
        this.documents = documents;
        this.recognition = recognition;
        this.time = time;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /** Ignores the result if the document was deleted, or claimed again because this replica seemed lost. */
    @WithTransaction
    public Uni<Void> record(ScanClaim claim, ScanResult result) {
        return documents
                .findById(claim.documentId(), LockModeType.PESSIMISTIC_WRITE)
                .chain(document -> document == null || !document.awaitsScan(claim.attempt())
                        ? Uni.createFrom().voidItem()
                        : apply(document, result));
    }

    private Uni<Void> apply(Document document, ScanResult result) {
        return switch (result) {
            case ScanResult.Clean clean -> {
                document.passScan();
                yield recognition.release(document);
            }
            case ScanResult.Infected infected -> {
                document.quarantine();
                yield outbox.append(new DocumentQuarantined(
                                document.id(), document.accountId(), infected.threat(), clock.instant()))
                        .chain(() -> audit.append(entry(document, infected.threat())));
            }
            case ScanResult.Undecided undecided ->
                time.now()
                        .invoke(now ->
                                document.postponeScan(undecided.code(), now.plus(pauseAfter(document.scanAttempts()))))
                        .replaceWithVoid();
        };
    }

    /** Returns the pause after that many scans without a result, at least one. */
    private Duration pauseAfter(int attempts) {
        Duration growing = config.firstRetry().multipliedBy(1L << Math.min(attempts - 1, 20));
        return growing.compareTo(config.longestRetry()) < 0 ? growing : config.longestRetry();
    }

    private static AuditEntry entry(Document document, String threat) {
        return new AuditEntry(
                "document-service",
                Roles.SERVICE,
                document.accountId(),
                "document.quarantined",
                "document",
                document.id(),
                "found " + threat,
                List.of("status"));
    }
}
