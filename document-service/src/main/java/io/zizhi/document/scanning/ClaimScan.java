package io.zizhi.document.scanning;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Claims one due document for this replica and commits before its bytes are fetched. */
@ApplicationScoped
class ClaimScan {

    private final ScanQueueRepository queue;
    private final DatabaseTime time;
    private final ScannerConfig config;

    ClaimScan(ScanQueueRepository queue, DatabaseTime time, ScannerConfig config) {
        this.queue = queue;
        this.time = time;
        this.config = config;
    }

    /** @return the claim; empty if no scan is due */
    @WithTransaction
    public Uni<Optional<ScanClaim>> claim() {
        return time.now()
                .chain(now -> queue.lockNextDue()
                        .invoke(found -> found.ifPresent(document -> document.claimScan(now.plus(config.lostAfter())))))
                .map(found -> found.map(ScanClaim::from));
    }
}
