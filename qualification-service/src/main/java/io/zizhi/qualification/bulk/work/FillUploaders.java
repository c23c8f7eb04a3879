package io.zizhi.qualification.bulk.work;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.bulk.model.BulkFilingRepository;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Fills the column {@code uploaded_by} of filings that an older release stored. Its replicas may store further ones
 * during an upgrade and after a rollback, so the work is never finished for good.
 */
@ApplicationScoped
class FillUploaders {

    private static final int BATCH = 500;

    private final BulkFilingRepository filings;

    FillUploaders(BulkFilingRepository filings) {
        this.filings = filings;
    }

    /** Returns true if there may be more. */
    @WithTransaction
    public Uni<Boolean> handle() {
        return filings.fillUploaders(BATCH).map(filled -> filled > 0);
    }
}
