package io.zizhi.document.scanning;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.objects.ObjectStore;
import io.zizhi.platform.http.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Scans due documents: claim, fetch, scan, record. Each step has its own transaction, so that none waits for the object
 * store or the scanner. One document is in memory at a time.
 */
@ApplicationScoped
class ScanDocuments {

    private static final Logger LOG = Logger.getLogger(ScanDocuments.class);

    private final ClaimScan claim;
    private final ObjectStore objects;
    private final MalwareScanner scanner;
    private final RecordScanResult record;
    private final CountScans count;

    ScanDocuments(
            ClaimScan claim, ObjectStore objects, MalwareScanner scanner, RecordScanResult record, CountScans count) {
        this.claim = claim;
        this.objects = objects;
        this.scanner = scanner;
        this.record = record;
        this.count = count;
    }

    /**
     * Scans one document. Fails after an outage, once its result is recorded: the loop then pauses longer and longer
     * instead of trying document after document.
     *
     * @return whether a scan was due, so that there may be more
     */
    Uni<Boolean> round() {
        return claim.claim()
                .chain(found -> found.map(due -> scan(due).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> scan(ScanClaim due) {
        return objects.get(due.accountId(), due.objectKey(), due.size())
                .chain(scanner::scan)
                .onFailure()
                .recoverWithItem(ScanDocuments::unreadable)
                .invoke(result -> LOG.infof("Scan %d of document %s: %s", due.attempt(), due.documentId(), result))
                .invoke(count::count)
                .call(result -> record.record(due, result))
                .invoke(ScanDocuments::requireNoOutage)
                .replaceWithVoid();
    }

    /** A damaged or lost document concerns no other; any other failure of the object store is an outage. */
    private static ScanResult unreadable(Throwable failure) {
        return failure instanceof ProblemException problem
                ? new ScanResult.Undecided(problem.code(), problem.isOutage())
                : new ScanResult.Undecided("DOCUMENT_UNREADABLE", true);
    }

    private static void requireNoOutage(ScanResult result) {
        if (result instanceof ScanResult.Undecided undecided && undecided.isOutage()) {
            throw new IllegalStateException("No scan is possible now: " + undecided.code());
        }
    }
}
