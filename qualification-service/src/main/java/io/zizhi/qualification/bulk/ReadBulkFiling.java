package io.zizhi.qualification.bulk;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.bulk.model.BulkFilingRepository;
import io.zizhi.qualification.bulk.model.BulkFilingView;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Returns the progress of a bulk filing to its applicant. */
@ApplicationScoped
public class ReadBulkFiling {

    private final BulkFilingRepository filings;
    private final BulkRowRepository rows;

    ReadBulkFiling(BulkFilingRepository filings, BulkRowRepository rows) {
        this.filings = filings;
        this.rows = rows;
    }

    @WithTransaction
    public Uni<BulkFilingView> handle(Caller caller, long id) {
        return filings.require(caller.requireAccount(), id)
                .chain(filing -> rows.count(id).map(counts -> BulkFilingView.from(filing, counts)));
    }
}
