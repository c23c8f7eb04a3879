package io.zizhi.qualification.bulk;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.qualification.bulk.model.BulkFiling;
import io.zizhi.qualification.bulk.model.BulkFilingRepository;
import io.zizhi.qualification.bulk.model.BulkFilingView;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Cancels the open rows of a bulk filing. Submitted rows stay submitted, and drafts stay drafts. A row that is just
 * being submitted may still be submitted.
 */
@ApplicationScoped
public class CancelBulkFiling {

    private final BulkFilingRepository filings;
    private final BulkRowRepository rows;
    private final AuditLog audit;
    private final Clock clock;

    CancelBulkFiling(BulkFilingRepository filings, BulkRowRepository rows, AuditLog audit, Clock clock) {
        this.filings = filings;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<BulkFilingView> handle(Caller caller, long id) {
        return filings.lock(caller.requireAccount(), id)
                .call(filing -> rows.cancelOpen(id, clock.instant())
                        .chain(ended -> ended == 0 ? Uni.createFrom().voidItem() : record(caller, filing)))
                .chain(filing -> rows.count(id).map(counts -> BulkFilingView.from(filing, counts)));
    }

    private Uni<Void> record(Caller caller, BulkFiling filing) {
        filing.cancel(clock.instant());
        return audit.append(new AuditEntry(
                caller.subject(),
                Roles.APPLICANT,
                filing.accountId(),
                "bulk-filing.cancelled",
                "bulk-filing",
                Long.toString(filing.id()),
                null,
                List.of()));
    }
}
